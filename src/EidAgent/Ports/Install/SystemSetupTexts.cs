using EidAgent.Pages;

namespace EidAgent.Ports.Install;

/// <summary>How installing or removing the system part ended, in one language.</summary>
internal sealed record SystemSetupTexts
{
    public required string Installed { get; init; }

    public required string Removed { get; init; }

    public required string NotRoot { get; init; }

    public required string ProgramNotRoots { get; init; }

    public required string StepFailed { get; init; }

    /// <summary>The texts of a language.</summary>
    public static SystemSetupTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    private static readonly SystemSetupTexts Dutch = new()
    {
        Installed = "Het systeemdeel is geïnstalleerd. Gebruikers die al aangemeld zijn, melden zich één keer af en weer aan.",
        Removed = "Het systeemdeel is verwijderd.",
        NotRoot = "Alleen de beheerder (root) kan het systeemdeel installeren of verwijderen, en alleen op Linux.",
        ProgramNotRoots = "Het programma staat waar anderen dan root het kunnen veranderen, of in zijn pad staat een teken dat daar niet mag staan, zoals een spatie. Zet het bijvoorbeeld in /opt/eidauth en probeer opnieuw.",
        StepFailed = "De bestanden staan klaar, maar een stap hierboven is mislukt. Voer hem nogmaals uit nadat u de oorzaak hebt weggenomen.",
    };

    private static readonly SystemSetupTexts French = new()
    {
        Installed = "La partie système est installée. Les utilisateurs qui ont une session ouverte la ferment et l'ouvrent à nouveau, une fois.",
        Removed = "La partie système est enlevée.",
        NotRoot = "Seul l'administrateur (root) peut installer ou enlever la partie système, et seulement sous Linux.",
        ProgramNotRoots = "Le programme se trouve là où d'autres que root peuvent le changer, ou son chemin contient un caractère qui ne convient pas, comme une espace. Mettez-le par exemple dans /opt/eidauth et recommencez.",
        StepFailed = "Les fichiers sont en place, mais une étape ci-dessus a échoué. Refaites-la après en avoir levé la cause.",
    };

    private static readonly SystemSetupTexts German = new()
    {
        Installed = "Der Systemteil ist installiert. Wer schon angemeldet ist, meldet sich einmal ab und wieder an.",
        Removed = "Der Systemteil ist entfernt.",
        NotRoot = "Nur der Administrator (root) kann den Systemteil installieren oder entfernen, und nur unter Linux.",
        ProgramNotRoots = "Das Programm liegt, wo es andere als root ändern können, oder in seinem Pfad steht ein Zeichen, das dort nicht stehen darf, zum Beispiel ein Leerzeichen. Legen Sie es zum Beispiel in /opt/eidauth ab und versuchen Sie es erneut.",
        StepFailed = "Die Dateien sind an ihrem Platz, aber ein Schritt oben ist fehlgeschlagen. Wiederholen Sie ihn, wenn die Ursache behoben ist.",
    };

    private static readonly SystemSetupTexts English = new()
    {
        Installed = "The system part is installed. Users who are logged in already log off and on again, once.",
        Removed = "The system part is removed.",
        NotRoot = "Only the administrator (root) can install or remove the system part, and only on Linux.",
        ProgramNotRoots = "The program is where others than root could change it, or its path has a character that does not go there, such as a space. Put it into /opt/eidauth, for example, and try again.",
        StepFailed = "The files are in place, but a step above failed. Repeat it once its cause is gone.",
    };
}
