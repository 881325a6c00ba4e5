using System.CommandLine;
using EidAgent.Service.Installation;
using EidAgent.Service.Texts;

namespace EidAgent.Commands;

/// <summary><c>uninstall</c>: takes back all that <c>install</c> wrote, whatever the method.</summary>
internal static class UninstallCommand
{
    public static Command Create()
    {
        var (port, language, system) = (CommandOptions.CertainPort("The port that was named to install."), CommandOptions.Language(), CommandOptions.System());
        var command = new Command("uninstall", "Takes back what install did.") { port, language, system };
        command.SetAction((arguments, cancellation) =>
        {
            var speaks = CommandLanguage.Of(arguments.GetValue(language));
            return arguments.GetValue(system)
                ? Task.FromResult(SystemPartRun.Uninstall(speaks, Console.Out, Console.Error))
                : RunAsync(arguments.GetValue(port), ServiceTexts.In(speaks), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(int port, ServiceTexts texts, CancellationToken cancellation)
    {
        try
        {
            var removed = await RemoveAsync(StartEntries.All(port), cancellation);
            InstallCommand.Tell(texts.Removed, removed);
            await Console.Out.WriteLineAsync(removed.Count == 0 ? texts.NothingToRemove : texts.Uninstalled);
            return (int)ExitCode.Done;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(TerminalText.Harmless(refused.Message));
            return (int)ExitCode.FileNotWritten;
        }
    }

    /// <summary>Removes entries, and has the service manager let go of the port where one was its own; what was removed.</summary>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be removed.</exception>
    internal static async Task<IReadOnlyList<string>> RemoveAsync(IEnumerable<IStartEntry> entries, CancellationToken cancellation)
    {
        var removed = new List<string>();
        foreach (var entry in entries)
        {
            if (entry.Method == StartMethod.Systemd)
            {
                // A manager that does not run has nothing to let go of.
                await SystemdManager.TryAsync(SystemdManager.End, cancellation);
            }

            removed.AddRange(entry.Uninstall());
            if (entry.Method == StartMethod.Systemd)
            {
                await SystemdManager.TryAsync(SystemdManager.Forget, cancellation);
            }
        }

        return removed;
    }
}
