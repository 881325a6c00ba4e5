using System.CommandLine;
using EidAgent.Data;
using EidAgent.Diary;
using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary><c>diary</c>: shows, exports and erases this user's diary, and switches it on and off. The agent need not run.</summary>
internal static class DiaryCommand
{
    public static Command Create() => new("diary", "The diary of who asked for your card: shown, saved, erased, switched on or off.")
    {
        Create("show", "Prints every entry, the oldest first.", (run, _) => run.ShowAsync()),
        CreateExport(),
        Create("erase", "Erases every entry. They cannot be brought back.", (run, _) => run.EraseAsync()),
        Create("on", "Writes down who asks, from now on.", (run, _) => run.SwitchAsync(on: true)),
        Create("off", "Writes nothing more down. What is in the diary stays until it is erased.", (run, _) => run.SwitchAsync(on: false)),
    };

    private static Command CreateExport()
    {
        var csv = new Option<bool>("--csv") { Description = "For a spreadsheet; otherwise JSON." };
        var file = new Option<string?>("--out") { Description = "A new file, for you alone. Default: standard output.", HelpName = "FILE" };
        var command = Create("export", "Writes the whole diary as JSON or CSV.", (run, arguments) => run.ExportAsync(arguments.GetValue(csv), arguments.GetValue(file)));
        command.Add(csv);
        command.Add(file);
        return command;
    }

    private static Command Create(string name, string description, Func<DiaryRun, ParseResult, Task<int>> act)
    {
        var (json, language) = (CommandOptions.Json(), CommandOptions.Language());
        var command = new Command(name, description) { json, language };
        command.SetAction(async (arguments, _) =>
        {
            var chosen = CommandLanguage.Of(arguments.GetValue(language));
            return KeptCommand.Files(chosen, Console.Error) is { } files
                ? await act(new DiaryRun(new DiaryBook(files), chosen, arguments.GetValue(json), Console.Out, Console.Error), arguments)
                : (int)ExitCode.FileNotWritten;
        });
        return command;
    }
}
