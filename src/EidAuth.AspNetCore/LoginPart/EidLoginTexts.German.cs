namespace EidAuth.AspNetCore;

public sealed partial record EidLoginTexts
{
    /// <summary>German, as the package has it.</summary>
    public static EidLoginTexts German { get; } = new()
    {
        Tag = "de",
        CardTitle = "Mit Ihrer eID-Karte",
        CardStepReader = "Legen Sie Ihre Karte und einen Kartenleser bereit.",
        CardStepClick = "Klicken Sie unten. Ihr eigenes eID-Programm öffnet sich und nennt diese Website.",
        CardStepPin = "Geben Sie Ihre PIN dort ein, nie auf dieser Website.",
        CardLink = "Mit eID anmelden",
        PasswordTitle = "Mit Benutzername und Passwort",
        PasswordLead = "Für alle, die ein Konto der Gemeinde haben.",
        UserName = "Benutzername",
        Password = "Passwort",
        PasswordButton = "Mit Passwort anmelden",
        OtherTitle = "Auf andere Weise",
        OtherButton = "Mit {0} anmelden",
        HelpTitle = "Klappt es mit der Karte nicht?",
        HelpNoAgent = "Ich habe noch kein eID-Programm",
        HelpNoAgentText = "Die Anmeldung mit der Karte läuft über ein kleines Programm auf Ihrem Computer. Installieren Sie es einmal, kehren Sie zu diesem Tab zurück und klicken Sie erneut: Nichts muss neu gestartet werden. Tun Sie das nur an einem Computer, der Ihnen gehört.",
        HelpNoAgentLink = "Zum eID-Programm",
        HelpNothing = "Es geschieht nichts, oder die Seite ist nicht erreichbar",
        HelpNothingText = "Meldet Ihr Browser, dass 127.0.0.1 nicht erreichbar ist, läuft das eID-Programm nicht. Starten Sie es und klicken Sie erneut. Fragt Ihr Browser, ob diese Website auf Geräte Ihres Computers zugreifen darf, erlauben Sie es.",
        HelpCard = "Die Karte wird nicht gelesen",
        HelpCardText = "Stecken Sie die Karte mit dem Chip voran bis zum Anschlag in den Leser. Warten Sie einige Sekunden. Hilft das nicht, schließen Sie den Leser an einem anderen Anschluss an und beenden Sie andere Programme, die die Karte benutzen.",
        RefusedStopped = "Sie sind nicht angemeldet",
        RefusedAgain = "Die Anmeldung ist nicht gelungen",
        RefusedLater = "Die Anmeldung mit der Karte ist gerade nicht möglich",
        RefusedCard = "Mit dieser Karte können Sie sich nicht anmelden",
        AdviceStopped = "Beginnen Sie neu, wann immer Sie wollen.",
        AdviceAgain = "Versuchen Sie es unten noch einmal.",
        AdviceLater = "Sie müssen selbst nichts tun.",
        AdviceCard = "Der Einwohnerdienst Ihrer Gemeinde hilft Ihnen weiter.",
        AdviceOtherWay = "Oder melden Sie sich auf andere Weise an.",
        CodeForHelpDesk = "Code für die Hilfe:",
    };
}
