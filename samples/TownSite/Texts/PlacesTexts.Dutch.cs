namespace TownSite.Texts;

internal sealed partial record PlacesTexts
{
    private static PlacesTexts Dutch() => new()
    {
        Tag = "nl",
        MyPages = "Mijn pagina’s",
        Overview = "Overzicht",
        Profile = "Mijn gegevens",
        Security = "Veiligheid",
        Requests = "Mijn aanvragen",
        ProfileLead = "Wat de gemeente van u weet, en waar ze het vandaan heeft.",
        SecurityLead = "Wachtwoord, kaart, en waar u nu aangemeld bent.",
        RequestsLead = "Wat u vroeg en meldde, en hoe het ermee staat.",
        LastLogin = "Uw vorige aanmelding",
        FirstLogin = "Dit is uw eerste aanmelding.",
        ByCard = "eID-kaart en pincode",
        ByPassword = "wachtwoord",
        NotYou = "Was u dat niet? Kijk bij Veiligheid.",
    };
}
