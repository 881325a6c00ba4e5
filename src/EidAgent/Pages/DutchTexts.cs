using EidAgent.Gate;
using EidAgent.Logins;

namespace EidAgent.Pages;

internal static class DutchTexts
{
    public static readonly Texts All = new()
    {
        Language = UiLanguage.Dutch,
        AgentName = "eID-agent",
        LanguageChoice = "Taal",
        TestTrust = "TEST TRUST: deze agent werkt met testkaarten. Niets van wat u hier ziet is echt.",
        Footer = "Deze pagina komt van een programma op uw eigen computer. Typ uw pincode nooit in een webpagina.",
        CodeLabel = "Code voor de helpdesk:",
        Home = new("De eID-agent is actief", "Ga naar de website die u wilt gebruiken en kies voor aanmelden met uw eID."),
        Consent = new("Aanmelden met uw eID?", "Deze website vraagt u om aan te melden:"),
        ReadsAs = "In eigen letters geschreven:",
        CheckAddress = "Is dit de website waar u wilt aanmelden? Zo niet, klik op Annuleren.",
        NextHeading = "Wat er nu gebeurt",
        Next =
        [
            "U steekt uw eID-kaart in de kaartlezer.",
            "U typt uw pincode op de lezer, of in een venster van dit programma.",
            "De website ontvangt uw aanmeldcertificaat. Daarin staan uw naam en uw rijksregisternummer.",
        ],
        FieldsHeading = "De website vraagt ook",
        Fields = new Dictionary<string, string>
        {
            ["identity"] = "uw identiteitsgegevens",
            ["address"] = "uw adres",
            ["photo"] = "uw foto",
        },
        FieldsChoice = "Vink aan wat u wilt geven; wat u niet aanvinkt, blijft op uw kaart. Om na te gaan of het echt is, ziet de software van de website het hele bestand van uw kaart, bij uw adres of foto ook uw identiteitsbestand. Bewaren mag ze alleen wat u aanvinkt, of een feit daaruit, bijvoorbeeld dat u ouder bent dan 18.",
        Continue = "Doorgaan",
        Cancel = "Annuleren",
        Busy = new("Er is al een aanmelding bezig", "De kaartlezer wordt gebruikt voor een andere website. Deze pagina gaat verder zodra de lezer vrij is."),
        BusyStop = "De andere aanmelding stoppen",
        LoggingInTo = "Aanmelden bij",
        ProgressHeading = "Verloop",
        Stages = ["Lezer aansluiten", "Kaart insteken", "Kaart lezen", "Pincode invoeren", "Ondertekenen"],
        StageDone = "klaar",
        StageNow = "nu",
        StageToDo = "nog te doen",
        Steps = new Dictionary<LoginStep, PageText>
        {
            [LoginStep.ServiceMissing] = new("Kaartlezerdienst niet actief", "De smartcarddienst van uw computer antwoordt niet. Start die dienst, of herstart uw computer. Deze pagina gaat vanzelf verder."),
            [LoginStep.InsertReader] = new("Sluit uw kaartlezer aan", "Er is geen kaartlezer gevonden. Sluit hem aan; deze pagina gaat vanzelf verder."),
            [LoginStep.InsertCard] = new("Steek uw eID-kaart in", "Steek de kaart met de chip naar voren in de lezer."),
            [LoginStep.NotBelgian] = new("Dit is geen Belgische eID-kaart", "Neem deze kaart uit en steek uw eID-kaart in."),
            [LoginStep.CardMute] = new("De kaart antwoordt niet", "Neem de kaart uit, kijk of de chip aan de juiste kant zit en steek ze opnieuw in."),
            [LoginStep.CardBusy] = new("De kaart is in gebruik", "Een ander programma gebruikt de kaart. Deze pagina gaat verder zodra ze vrij is."),
            [LoginStep.Reading] = new("Uw kaart wordt gelezen", "Laat de kaart in de lezer zitten."),
            [LoginStep.LastTry] = new("Nog maar één poging", "Als de volgende pincode fout is, wordt uw kaart geblokkeerd en moet u naar uw gemeente. Niet zeker van uw pincode? Klik op Annuleren en zoek hem eerst op."),
            [LoginStep.PinOnKeypad] = new("Typ uw pincode op de kaartlezer", "Gebruik de toetsen van de lezer en druk daarna op OK op de lezer."),
            [LoginStep.PinInWindow] = new("Typ uw pincode in het venster", "Op uw scherm is een venster van dit programma geopend. Het noemt dezelfde website als deze pagina."),
            [LoginStep.Signing] = new("Bezig met ondertekenen", "Laat de kaart in de lezer zitten."),
        },
        PinWrong = "Die pincode was fout.",
        PinLength = "Een pincode heeft 4 tot 12 cijfers. Er is geen poging verbruikt.",
        OneTryLeft = "Nog 1 poging.",
        TriesLeft = "Nog {0} pogingen.",
        UseLastTry = "De laatste poging gebruiken",
        AgentGone = "Het programma antwoordt niet meer. Start het opnieuw en ga daarna terug naar de website.",
        Returning = new("Terug naar de website", "Gebeurt er niets? Klik dan op de knop."),
        BackToSite = "Terug naar de website",
        Endings = new Dictionary<LoginEnding, PageText>
        {
            [LoginEnding.Signed] = new("Uw kaart heeft ondertekend", "U mag uw kaart uitnemen."),
            [LoginEnding.Cancelled] = new("Geannuleerd", "U hebt de aanmelding geannuleerd."),
            [LoginEnding.ConsentExpired] = new("Dit duurde te lang", "De aanmelding wachtte op u en is gestopt. Er is niets verstuurd. Probeer opnieuw vanaf de website."),
            [LoginEnding.Displaced] = new("Vervangen door nieuwere aanmeldingen", "Er wachtten te veel aanmeldingen, daarom is deze gestopt. Er is niets verstuurd. Probeer opnieuw vanaf de website."),
            [LoginEnding.Stopped] = new("Gestopt", "U hebt deze aanmelding gestopt vanaf de pagina van een andere. Er is niets verstuurd."),
            [LoginEnding.CardTimedOut] = new("Er is geen kaart ingestoken", "De aanmelding wachtte op uw kaart en is gestopt. Probeer opnieuw vanaf de website."),
            [LoginEnding.PinTimedOut] = new("Er is geen pincode getypt", "De aanmelding wachtte op uw pincode en is gestopt. Probeer opnieuw vanaf de website."),
            [LoginEnding.PinBlocked] = new("De pincode van deze kaart is geblokkeerd", "Er is drie keer een foute pincode getypt. Uw gemeente kan de kaart deblokkeren of u een nieuwe pincode geven."),
            [LoginEnding.NoCertificate] = new("Met deze kaart kunt u niet aanmelden", "Er staat geen aanmeldcertificaat op. Kinderkaarten en sommige andere kaarten hebben er geen."),
            [LoginEnding.CardTooOld] = new("Deze kaart is te oud", "Met kaarten van deze generatie kunt u niet meer aanmelden. Uw gemeente geeft u een nieuwe."),
            [LoginEnding.CardRemoved] = new("De kaart werd uitgenomen", "De kaart verliet de lezer voor de aanmelding klaar was. Er is geen pincode naar een andere kaart gestuurd. Probeer opnieuw vanaf de website."),
            [LoginEnding.CardReset] = new("Een ander programma kwam tussenbeide", "Een ander programma heeft de kaart herstart tijdens de aanmelding. Sluit andere eID-programma's en probeer opnieuw."),
            [LoginEnding.ReaderLost] = new("De lezer werd losgekoppeld", "De kaartlezer verdween voor de aanmelding klaar was. Sluit hem aan en probeer opnieuw vanaf de website."),
            [LoginEnding.ServiceLost] = new("De kaartlezerdienst is gestopt", "De smartcarddienst van uw computer stopte tijdens de aanmelding. Probeer opnieuw vanaf de website."),
            [LoginEnding.CardBusy] = new("De kaart is in gebruik", "Een ander programma hield de kaart voor zich. Sluit andere eID-programma's en probeer opnieuw."),
            [LoginEnding.CardMute] = new("De kaart antwoordt niet meer", "Neem de kaart uit, steek ze opnieuw in en probeer opnieuw vanaf de website."),
            [LoginEnding.NotActivated] = new("Deze kaart is niet geactiveerd", "Uw gemeente activeert de kaart samen met u, met de codes uit de brief die u kreeg."),
            [LoginEnding.CardProtocol] = new("De kaart gaf een onverwacht antwoord", "Neem de kaart uit, steek ze opnieuw in en probeer opnieuw vanaf de website."),
            [LoginEnding.PinEntryUnavailable] = new("Geen plaats om uw pincode te typen", "Er kon geen venster voor uw pincode worden geopend. Gebruik een lezer met toetsen, of start dit programma op uw bureaublad."),
            [LoginEnding.AgentFault] = new("Er ging iets mis in dit programma", "Er is niets verstuurd. Probeer opnieuw vanaf de website."),
            [LoginEnding.AgentStopping] = new("Het programma wordt afgesloten", "Er is niets verstuurd. Start het programma en probeer opnieuw vanaf de website."),
        },
        Refusals = new Dictionary<AgentRefusal, PageText>
        {
            [AgentRefusal.MethodRefused] = new("Verzoek geweigerd", "Dit soort verzoek wordt hier niet beantwoord."),
            [AgentRefusal.MetadataMissing] = new("Deze browser is te oud", "Hij zegt niet waar een verzoek vandaan komt, zodat een aanmelding niet van een aanval te onderscheiden is. Werk uw browser bij."),
            [AgentRefusal.FrameRefused] = new("Niet binnen een andere pagina", "Deze pagina verschijnt alleen in een eigen venster. Probeer opnieuw vanaf de website."),
            [AgentRefusal.FetchRefused] = new("Verzoek geweigerd", "Een pagina probeerde op de achtergrond de eID-agent te bereiken. Dat mag nooit."),
            [AgentRefusal.CrossOriginPost] = new("Verzoek geweigerd", "Een andere website probeerde op een knop van de eID-agent te drukken. Dat mag nooit."),
            [AgentRefusal.PageTokenRefused] = new("Deze pagina is verouderd", "Ga terug naar de website en probeer opnieuw."),
            [AgentRefusal.FormMalformed] = new("Verzoek geweigerd", "Het formulier is onleesbaar. Ga terug naar de website en probeer opnieuw."),
            [AgentRefusal.FormTooLarge] = new("Verzoek geweigerd", "Het formulier is te groot. Ga terug naar de website en probeer opnieuw."),
            [AgentRefusal.NotFound] = new("Deze pagina bestaat niet", "Ga naar de website die u wilt gebruiken en kies voor aanmelden met uw eID."),
            [AgentRefusal.LoginUnknown] = new("Deze aanmelding is voorbij", "Ga terug naar de website en probeer opnieuw."),
            [AgentRefusal.RequestMalformed] = new("De vraag van de website is onleesbaar", "Er is niets verstuurd. De website maakte een fout; haar helpdesk kan de code hieronder gebruiken."),
            [AgentRefusal.UnknownVersion] = new("De website is nieuwer dan dit programma", "Werk de eID-agent bij en probeer opnieuw."),
            [AgentRefusal.ReturnAddressRefused] = new("Het adres van de website is niet toegelaten", "Uw aanmelding zou naar een adres gaan dat ze niet mag ontvangen. Er is niets verstuurd."),
            [AgentRefusal.UnknownField] = new("De website vraagt onbekende gegevens", "Er is niets verstuurd. De website maakte een fout; haar helpdesk kan de code hieronder gebruiken."),
        },
    };
}
