using System.CommandLine;
using System.Globalization;
using EidAgent.Service.Installation;
using EidAgent.Service.Texts;

namespace EidAgent.Commands;

/// <summary><c>install</c>: makes the system start the agent of this user. Needs no rights but the user's own, and can be repeated.</summary>
internal static class InstallCommand
{
    public static Command Create()
    {
        var (port, with, language, system) = (CommandOptions.CertainPort("Port on 127.0.0.1; websites expect the default one."), With(), CommandOptions.Language(), CommandOptions.System());
        var command = new Command("install", "Makes the system start the agent for you; needs no administrator.") { port, with, language, system };
        command.SetAction((arguments, cancellation) =>
        {
            var speaks = CommandLanguage.Of(arguments.GetValue(language));
            return arguments.GetValue(system)
                ? Task.FromResult(SystemPartRun.Install(speaks, Console.Out, Console.Error))
                : RunAsync(arguments.GetValue(port), arguments.GetValue(with), ServiceTexts.In(speaks), cancellation);
        });
        return command;
    }

    private static Option<StartMethod?> With()
    {
        var with = new Option<StartMethod?>("--with")
        {
            Description = "systemd or autostart, on Linux. Default: systemd where it runs.",
            HelpName = "METHOD",
            CustomParser = CommandOptions.Word("--with is systemd or autostart.", StartMethod.Systemd, StartMethod.Autostart),
        };
        return with;
    }

    private static async Task<int> RunAsync(int port, StartMethod? with, ServiceTexts texts, CancellationToken cancellation)
    {
        if (StartEntries.Of(with ?? StartEntries.OfThisSystem(), port) is not { } entry)
        {
            await Console.Error.WriteLineAsync(texts.CannotInstall);
            return (int)ExitCode.Usage;
        }

        IReadOnlyList<string> written;
        try
        {
            // One way to start it, not two: what another method left would take the port from this one.
            Tell(texts.Removed, await UninstallCommand.RemoveAsync(StartEntries.All(port).Where(other => other.Method != entry.Method), cancellation));
            written = entry.Install();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(TerminalText.Harmless(refused.Message));
            return (int)ExitCode.FileNotWritten;
        }

        Tell(texts.Wrote, written);
        await Console.Out.WriteLineAsync(written.Count == 0 ? texts.NothingToWrite : texts.Installed);
        var begins = entry.Method == StartMethod.Systemd && await SystemdManager.TryAsync(SystemdManager.Begin, cancellation);
        await Console.Out.WriteLineAsync(begins ? texts.Listens : entry.Method == StartMethod.Systemd ? texts.NextSystemd : texts.NextSession);
        return (int)ExitCode.Done;
    }

    /// <summary>One line for each place.</summary>
    internal static void Tell(string sentence, IReadOnlyList<string> places)
    {
        foreach (var place in places)
        {
            Console.Out.WriteLine(string.Format(CultureInfo.InvariantCulture, sentence, TerminalText.Harmless(place)));
        }
    }
}
