using EidAgent.Data;
using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary>What commands on the agent's data folder have in common. They need no agent that runs, and may run beside one.</summary>
internal static class KeptCommand
{
    /// <summary>The folder of this user; null when the user has no home, and that is said.</summary>
    public static IKeptFiles? Files(UiLanguage language, TextWriter errors)
    {
        if (KeptFiles.UsualFolder() is { } folder)
        {
            return new FolderFiles(folder, TimeProvider.System);
        }

        Tell(KeepingFault.FolderUnusable, language, errors);
        return null;
    }

    /// <summary>Says why it could not be done.</summary>
    public static int Tell(KeepingFault fault, UiLanguage language, TextWriter errors)
    {
        var texts = KeepingTexts.In(language);
        errors.WriteLine($"{texts.NotDone} {texts.Faults[fault]} ({fault.Code()})");
        return (int)ExitCode.FileNotWritten;
    }
}
