namespace TownSite.Texts;

internal sealed partial record MailTexts
{
    private static MailTexts Dutch() => new()
    {
        Tag = "nl",
        Greeting = "Dag,",
        StateSubject = "Uw aanvraag {0}",
        StateBody = "Uw aanvraag {0} heeft een nieuwe stand: {1}.",
        StateRead = "Meld u aan op {0} en open “Mijn aanvragen” om te lezen wat wij schreven.",
        AddressSubject = "Uw e-mailadres bij de gemeente is gewijzigd",
        AddressBody = "Berichten over uw account gaan voortaan naar een ander adres. Dit oude adres krijgt er geen meer.",
        LinkedSubject = "Een eID-kaart is aan uw account gekoppeld",
        LinkedBody = "Vanaf nu kan iemand met een eID-kaart bij uw account.",
        UnlinkedSubject = "De eID-kaart is losgemaakt van uw account",
        UnlinkedBody = "Met die kaart kan niemand nog bij uw account.",
        NotYou = "Was u dat niet? Meld u aan op {0}, maak het ongedaan bij “Veiligheid”, of bel de gemeente.",
        Closing = "De gemeente vraagt nooit om uw PIN of wachtwoord, ook niet per mail.",
    };
}
