using EidAgent.Pages;

namespace EidAgent.Ports;

/// <summary>What a person reads who comes to the port and finds no agent of their own, in one language. One page shows all four: who asks is not known.</summary>
internal sealed record PortTexts
{
    public required UiLanguage Language { get; init; }

    public required string ProgramName { get; init; }

    /// <summary>The program on the port is another user's.</summary>
    public required SituationText AnotherUser { get; init; }

    /// <summary>The system part holds the port, and this user's program does not run.</summary>
    public required SituationText NotRunning { get; init; }

    public required string CodeLabel { get; init; }

    /// <summary>All four, in the order in which a page shows them.</summary>
    public static IReadOnlyList<PortTexts> All { get; } =
    [
        new PortTexts
        {
            Language = UiLanguage.Dutch,
            ProgramName = "eID-programma",
            CodeLabel = "Code voor de helpdesk:",
            AnotherUser = new(
                "Het eID-programma werd door een andere gebruiker gestart",
                "Op deze computer is nog iemand aangemeld, en het eID-programma van die gebruiker antwoordt hier. Met uw kaart aanmelden kan nu niet; er werd niets gelezen en niets verstuurd.",
                "Vraag de andere gebruiker om zich af te melden of het programma te stoppen. Start daarna het eID-programma onder uw eigen naam en probeer opnieuw vanaf de website.",
                "Werken er vaker meerdere mensen tegelijk op deze computer, dan kan de beheerder het systeemdeel van het eID-programma installeren."),
            NotRunning = new(
                "Uw eID-programma draait niet",
                "De website wil u met uw eID laten aanmelden, maar het programma dat uw kaart leest, is voor u niet gestart. Er werd niets gelezen en niets verstuurd.",
                "Start het eID-programma, of meld u op de computer af en weer aan. Probeer daarna opnieuw vanaf de website.",
                "Helpt dat niet, voer dan in een terminal EidAgent doctor uit: dat zegt wat ontbreekt."),
        },
        new PortTexts
        {
            Language = UiLanguage.French,
            ProgramName = "programme eID",
            CodeLabel = "Code pour le service d'assistance :",
            AnotherUser = new(
                "Le programme eID a été lancé par un autre utilisateur",
                "Quelqu'un d'autre a une session ouverte sur cet ordinateur, et c'est son programme eID qui répond ici. Vous ne pouvez pas vous identifier avec votre carte pour l'instant ; rien n'a été lu, rien n'a été envoyé.",
                "Demandez à l'autre utilisateur de fermer sa session ou d'arrêter le programme. Lancez ensuite le programme eID sous votre propre nom et recommencez depuis le site.",
                "Si plusieurs personnes travaillent souvent en même temps sur cet ordinateur, l'administrateur peut installer la partie système du programme eID."),
            NotRunning = new(
                "Votre programme eID n'est pas lancé",
                "Le site veut vous identifier avec votre eID, mais le programme qui lit votre carte n'est pas lancé pour vous. Rien n'a été lu, rien n'a été envoyé.",
                "Lancez le programme eID, ou fermez votre session sur l'ordinateur et ouvrez-la à nouveau. Recommencez ensuite depuis le site.",
                "Si cela n'aide pas, exécutez EidAgent doctor dans un terminal : il dit ce qui manque."),
        },
        new PortTexts
        {
            Language = UiLanguage.German,
            ProgramName = "eID-Programm",
            CodeLabel = "Code für den Helpdesk:",
            AnotherUser = new(
                "Das eID-Programm wurde von einem anderen Benutzer gestartet",
                "An diesem Computer ist noch jemand angemeldet, und hier antwortet dessen eID-Programm. Mit Ihrer Karte können Sie sich jetzt nicht anmelden; es wurde nichts gelesen und nichts gesendet.",
                "Bitten Sie den anderen Benutzer, sich abzumelden oder das Programm zu beenden. Starten Sie dann das eID-Programm unter Ihrem eigenen Namen und versuchen Sie es von der Website aus erneut.",
                "Arbeiten an diesem Computer öfter mehrere Personen gleichzeitig, kann der Administrator den Systemteil des eID-Programms installieren."),
            NotRunning = new(
                "Ihr eID-Programm läuft nicht",
                "Die Website möchte Sie mit Ihrer eID anmelden, aber das Programm, das Ihre Karte liest, ist für Sie nicht gestartet. Es wurde nichts gelesen und nichts gesendet.",
                "Starten Sie das eID-Programm, oder melden Sie sich am Computer ab und wieder an. Versuchen Sie es dann von der Website aus erneut.",
                "Hilft das nicht, führen Sie in einem Terminal EidAgent doctor aus: Es sagt, was fehlt."),
        },
        new PortTexts
        {
            Language = UiLanguage.English,
            ProgramName = "eID program",
            CodeLabel = "Code for the helpdesk:",
            AnotherUser = new(
                "The eID program was started by another user",
                "Somebody else is logged in on this computer, and it is their eID program that answers here. You cannot log in with your card now; nothing was read and nothing was sent.",
                "Ask the other user to log off or to stop the program. Then start the eID program under your own name and try again from the website.",
                "If several people often work on this computer at the same time, its administrator can install the system part of the eID program."),
            NotRunning = new(
                "Your eID program is not running",
                "The website wants you to log in with your eID, but the program that reads your card is not started for you. Nothing was read and nothing was sent.",
                "Start the eID program, or log off from the computer and on again. Then try again from the website.",
                "If that does not help, run EidAgent doctor in a terminal: it says what is missing."),
        },
    ];
}
