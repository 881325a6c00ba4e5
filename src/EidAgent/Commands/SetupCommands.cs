using System.CommandLine;
using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary><c>install</c> and <c>uninstall</c>.</summary>
internal static class SetupCommands
{
    public static Command Install() => Create("install", "Installs the part of the system for computers with several users.", SystemPartRun.Install);

    public static Command Uninstall() => Create("uninstall", "Removes it.", SystemPartRun.Uninstall);

    private static Command Create(string name, string description, Func<UiLanguage, TextWriter, TextWriter, int> run)
    {
        var system = new Option<bool>("--system") { Description = "For all users; as root.", Required = true };
        var language = CommandOptions.Language();
        var command = new Command(name, description) { system, language };
        command.SetAction(arguments => run(CommandLanguage.Of(arguments.GetValue(language)), Console.Out, Console.Error));
        return command;
    }
}
