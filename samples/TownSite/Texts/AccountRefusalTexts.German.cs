namespace TownSite.Texts;

internal sealed partial record AccountRefusalTexts
{
    private static AccountRefusalTexts German() => new()
    {
        Tag = "de",
        LoginExpired = "Der Nachweis der Karte ist zu alt oder schon benutzt. Lesen Sie die Karte erneut.",
        PurposeMismatch = "Die Karte wurde für etwas anderes gelesen. Beginnen Sie neu.",
        AccountChanged = "Inzwischen ist ein anderes Konto angemeldet oder keines. Melden Sie sich an und beginnen Sie neu.",
        LinkedElsewhere = "Diese Karte gehört schon zu einem anderen Konto. Lösen Sie sie dort zuerst, oder fragen Sie am Schalter.",
        AccountHasAnotherCard = "Mit diesem Konto ist schon eine andere Karte verbunden. Lösen Sie diese zuerst.",
        AccountDisabled = "Das Konto dieser Karte ist geschlossen. Rufen Sie den Einwohnerdienst an oder schreiben Sie ihm: einwohner@voorbeeldegem.example.",
        NamesDiffer = "Die Namen auf Karte und Konto unterscheiden sich, und Sie haben das nicht bestätigt.",
        LostRace = "Im selben Augenblick wurde etwas anderes verbunden. Sehen Sie nach, wie es jetzt steht, und beginnen Sie wenn nötig neu.",
        LastWayIn = "Das ist Ihr einziger Weg der Anmeldung. Wählen Sie zuerst ein Passwort.",
        NotLinked = "Es ist nichts verbunden, das Sie lösen könnten.",
        AnotherPerson = "Die Karte im Leser gehört nicht der Person, die hier angemeldet ist.",
        TwoAccounts = "Zu dieser Karte gehören zwei Konten. Nur der Schalter kann das richtigstellen.",
        TestTrust = "Das war eine Testkarte, und die Website nimmt keine Testkarten mehr an.",
        CodeWrong = "Diesen Code gibt es nicht, oder er ist vertippt.",
        CodeExpired = "Dieser Code ist zu alt oder zu oft vertippt. Fragen Sie am Schalter nach einem neuen.",
        CodeUsed = "Dieser Code wurde schon benutzt.",
    };
}
