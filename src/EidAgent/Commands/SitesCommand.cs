using System.CommandLine;
using EidAgent.Sites;
using EidAuth.Login;

namespace EidAgent.Commands;

/// <summary><c>sites</c>: lists the sites of this user, blocks, unblocks and forgets them. The agent need not run; one that does knows it at the next request.</summary>
internal static class SitesCommand
{
    public static Command Create() => new("sites", "The websites where you logged in, and those that you blocked.")
    {
        Create("list", "Prints every website that is remembered."),
        CreateChange("block", "A blocked website cannot ask you to log in.", (run, origin) => run.BlockAsync(origin)),
        CreateChange("unblock", "Lets a website ask again.", (run, origin) => run.UnblockAsync(origin)),
        CreateChange("forget", "Remembers nothing of a website, not even that it was blocked.", (run, origin) => run.ForgetAsync(origin)),
    };

    private static Command Create(string name, string description)
    {
        var (json, language) = (CommandOptions.Json(), CommandOptions.Language());
        var command = new Command(name, description) { json, language };
        command.SetAction((arguments, _) => RunAsync(arguments.GetValue(language), arguments.GetValue(json), run => run.ListAsync()));
        return command;
    }

    private static Command CreateChange(string name, string description, Func<SitesRun, Origin, Task<int>> act)
    {
        var site = new Argument<string>("ORIGIN") { Description = "Scheme, host and port, for example https://loket.example.be." };
        site.Validators.Add(result =>
        {
            if (!Origin.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError("ORIGIN is scheme, host and port and no more, for example https://loket.example.be.");
            }
        });
        var (json, language) = (CommandOptions.Json(), CommandOptions.Language());
        var command = new Command(name, description) { site, json, language };
        command.SetAction((arguments, _) => RunAsync(
            arguments.GetValue(language), arguments.GetValue(json), run => Origin.TryParse(arguments.GetValue(site), out var origin) ? act(run, origin!) : Task.FromResult((int)ExitCode.Usage)));
        return command;
    }

    private static async Task<int> RunAsync(string? language, bool json, Func<SitesRun, Task<int>> act)
    {
        var chosen = CommandLanguage.Of(language);
        return KeptCommand.Files(chosen, Console.Error) is { } files
            ? await act(new SitesRun(new SiteBook(files), chosen, json, TimeProvider.System, Console.Out, Console.Error))
            : (int)ExitCode.FileNotWritten;
    }
}
