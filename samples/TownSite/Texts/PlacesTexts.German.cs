namespace TownSite.Texts;

internal sealed partial record PlacesTexts
{
    private static PlacesTexts German() => new()
    {
        Tag = "de",
        MyPages = "Meine Seiten",
        Overview = "Übersicht",
        Profile = "Meine Daten",
        Security = "Sicherheit",
        Requests = "Meine Anträge",
        ProfileLead = "Was die Gemeinde von Ihnen weiß und woher.",
        SecurityLead = "Passwort, Karte, und wo Sie gerade angemeldet sind.",
        RequestsLead = "Was Sie beantragt und gemeldet haben und wie es damit steht.",
        LastLogin = "Ihre vorige Anmeldung",
        FirstLogin = "Das ist Ihre erste Anmeldung.",
        ByCard = "eID-Karte und PIN",
        ByPassword = "Passwort",
        NotYou = "Waren Sie das nicht? Sehen Sie bei Sicherheit nach.",
    };
}
