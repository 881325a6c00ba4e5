using EidAgent.Pages;

namespace EidAgent.Data;

/// <summary>Why something could not be written down or read, in one language. A language is complete or does not compile; a missing row fails a test.</summary>
internal sealed record KeepingTexts
{
    /// <summary>Stands before the reason, on pages of a login.</summary>
    public required string NotKept { get; init; }

    /// <summary>Stands before the reason, where somebody wanted something done.</summary>
    public required string NotDone { get; init; }

    public required IReadOnlyDictionary<KeepingFault, string> Faults { get; init; }

    public static KeepingTexts In(UiLanguage language) => language switch
    {
        UiLanguage.Dutch => Dutch,
        UiLanguage.French => French,
        UiLanguage.German => German,
        _ => English,
    };

    public static KeepingTexts English { get; } = new()
    {
        NotKept = "You can log in, but this cannot be written down in your diary.",
        NotDone = "That did not work; nothing was changed.",
        Faults = new Dictionary<KeepingFault, string>
        {
            [KeepingFault.DiskFull] = "The disk is full. Make some room.",
            [KeepingFault.FolderUnusable] = "The program's data folder cannot be read or written.",
            [KeepingFault.ForeignOwner] = "The program's data folder belongs to another user of this computer.",
            [KeepingFault.NotAPlainFile] = "In the place of the program's data folder, or of a file in it, is something else, for example a link.",
            [KeepingFault.FolderInUse] = "Another program holds the data folder. Try again in a moment.",
            [KeepingFault.FileDamaged] = "The file is damaged. It is set aside as soon as something new is kept.",
            [KeepingFault.TooMany] = "No more websites can be blocked. Forget some that you no longer meet.",
        },
    };

    public static KeepingTexts Dutch { get; } = new()
    {
        NotKept = "U kunt zich aanmelden, maar dit kan niet in uw dagboek worden geschreven.",
        NotDone = "Dat is niet gelukt; er is niets veranderd.",
        Faults = new Dictionary<KeepingFault, string>
        {
            [KeepingFault.DiskFull] = "De schijf is vol. Maak plaats vrij.",
            [KeepingFault.FolderUnusable] = "De gegevensmap van het programma kan niet worden gelezen of beschreven.",
            [KeepingFault.ForeignOwner] = "De gegevensmap van het programma is van een andere gebruiker van deze computer.",
            [KeepingFault.NotAPlainFile] = "Op de plaats van de gegevensmap, of van een bestand erin, staat iets anders, bijvoorbeeld een koppeling.",
            [KeepingFault.FolderInUse] = "Een ander programma houdt de gegevensmap bezet. Probeer het zo meteen opnieuw.",
            [KeepingFault.FileDamaged] = "Het bestand is beschadigd. Het wordt opzijgezet zodra er iets nieuws wordt bewaard.",
            [KeepingFault.TooMany] = "Er kunnen geen websites meer worden geblokkeerd. Vergeet er enkele die u niet meer tegenkomt.",
        },
    };

    public static KeepingTexts French { get; } = new()
    {
        NotKept = "Vous pouvez vous connecter, mais ceci ne peut pas être noté dans votre journal.",
        NotDone = "Cela n’a pas fonctionné ; rien n’a été modifié.",
        Faults = new Dictionary<KeepingFault, string>
        {
            [KeepingFault.DiskFull] = "Le disque est plein. Libérez de la place.",
            [KeepingFault.FolderUnusable] = "Le dossier de données du programme ne peut être ni lu ni écrit.",
            [KeepingFault.ForeignOwner] = "Le dossier de données du programme appartient à un autre utilisateur de cet ordinateur.",
            [KeepingFault.NotAPlainFile] = "À la place du dossier de données, ou d’un fichier de ce dossier, se trouve autre chose, par exemple un lien.",
            [KeepingFault.FolderInUse] = "Un autre programme occupe le dossier de données. Réessayez dans un instant.",
            [KeepingFault.FileDamaged] = "Le fichier est endommagé. Il sera mis de côté dès qu’il y aura quelque chose à conserver.",
            [KeepingFault.TooMany] = "Aucun site de plus ne peut être bloqué. Oubliez-en quelques-uns que vous ne rencontrez plus.",
        },
    };

    public static KeepingTexts German { get; } = new()
    {
        NotKept = "Sie können sich anmelden, aber dies kann nicht in Ihr Tagebuch geschrieben werden.",
        NotDone = "Das hat nicht funktioniert; es wurde nichts geändert.",
        Faults = new Dictionary<KeepingFault, string>
        {
            [KeepingFault.DiskFull] = "Der Datenträger ist voll. Schaffen Sie Platz.",
            [KeepingFault.FolderUnusable] = "Der Datenordner des Programms kann nicht gelesen oder beschrieben werden.",
            [KeepingFault.ForeignOwner] = "Der Datenordner des Programms gehört einem anderen Benutzer dieses Computers.",
            [KeepingFault.NotAPlainFile] = "Anstelle des Datenordners oder einer Datei darin liegt etwas anderes, zum Beispiel eine Verknüpfung.",
            [KeepingFault.FolderInUse] = "Ein anderes Programm hält den Datenordner besetzt. Versuchen Sie es gleich noch einmal.",
            [KeepingFault.FileDamaged] = "Die Datei ist beschädigt. Sie wird beiseitegelegt, sobald etwas Neues aufbewahrt wird.",
            [KeepingFault.TooMany] = "Es können keine weiteren Websites gesperrt werden. Vergessen Sie einige, denen Sie nicht mehr begegnen.",
        },
    };
}
