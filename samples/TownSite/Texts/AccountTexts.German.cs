namespace TownSite.Texts;

internal sealed partial record AccountTexts
{
    private static AccountTexts German() => new()
    {
        Tag = "de",
        UserName = "Benutzername",
        Password = "Passwort",
        Closed = "Dieses Konto ist geschlossen. Rufen Sie den Einwohnerdienst an oder schreiben Sie ihm: einwohner@voorbeeldegem.example.",
        FirstTitle = "Ihr erster Besuch mit dieser Karte",
        FirstLead = "Die Gemeinde kennt diese Karte noch nicht. Prüfen Sie, ob es Ihre ist, und wählen Sie dann, wie es weitergeht.",
        ProvenName = "Die Karte gehört",
        WillKeep = "Das bewahrt die Gemeinde auf, wenn Sie ein Konto anlegen:",
        KeepNames = "Ihre Vornamen und Ihren Namen, wie die Karte sie beweist",
        KeepReference = "ein Kennzeichen, an dem diese Gemeinde Ihre Karte erkennt, auch eine erneuerte",
        KeepNoNumber = "nicht: Ihre Nationalregisternummer, Ihr Foto, Ihre Adresse",
        MakeAccount = "Mein Konto anlegen",
        NotMe = "Das bin ich nicht: abbrechen",
        HaveTitle = "Ich habe schon ein Konto",
        HaveLead = "Beweisen Sie es mit Ihrem Passwort. Danach führen die Karte und das Passwort in dasselbe Konto.",
        LinkByPassword = "Karte mit meinem Konto verbinden",
    };
}
