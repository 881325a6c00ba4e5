namespace TownSite.Texts;

internal sealed partial record MailTexts
{
    private static MailTexts German() => new()
    {
        Tag = "de",
        Greeting = "Guten Tag,",
        StateSubject = "Ihr Antrag {0}",
        StateBody = "Ihr Antrag {0} hat einen neuen Stand: {1}.",
        StateRead = "Melden Sie sich auf {0} an und öffnen Sie „Meine Anträge“, um unsere Nachricht zu lesen.",
        AddressSubject = "Ihre E-Mail-Adresse bei der Gemeinde wurde geändert",
        AddressBody = "Nachrichten über Ihr Konto gehen künftig an eine andere Adresse. Diese alte Adresse erhält keine mehr.",
        LinkedSubject = "Eine eID-Karte ist mit Ihrem Konto verknüpft",
        LinkedBody = "Ab jetzt gibt eine eID-Karte Zugang zu Ihrem Konto.",
        UnlinkedSubject = "Die eID-Karte ist von Ihrem Konto gelöst",
        UnlinkedBody = "Diese Karte gibt keinen Zugang mehr zu Ihrem Konto.",
        NotYou = "Waren Sie das nicht? Melden Sie sich auf {0} an, machen Sie es unter „Sicherheit“ rückgängig oder rufen Sie die Gemeinde an.",
        Closing = "Die Gemeinde fragt nie nach Ihrer PIN oder Ihrem Passwort, auch nicht per E-Mail.",
    };
}
