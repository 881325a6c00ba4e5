using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using EidAgent.Service;
using EidAgent.Service.Installation;
using EidAgent.Service.Texts;

namespace EidAgent.Commands;

/// <summary><c>status</c>: is it installed, how does it start, who holds the port. Starts nothing and asks no card.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var (port, json, language) = (CommandOptions.CertainPort("The agent's port."), CommandOptions.Json(), CommandOptions.Language());
        var command = new Command("status", "Says whether the agent is installed, how it starts, and who holds its port.") { port, json, language };
        command.SetAction((arguments, _) =>
        {
            var at = arguments.GetValue(port);
            var installed = StartEntries.All(at).Where(entry => entry.IsInstalled).Select(entry => entry.Method).ToList();
            var holder = PortHolder.Find(at);
            var code = Judge(installed.Count > 0, holder.Kind);
            if (arguments.GetValue(json))
            {
                WriteJson(at, installed, holder);
            }
            else
            {
                Write(at, installed, holder, ServiceTexts.In(CommandLanguage.Of(arguments.GetValue(language))));
            }

            return Task.FromResult((int)code);
        });
        return command;
    }

    /// <summary>Done when a website reaches an agent of this user now.</summary>
    internal static ExitCode Judge(bool isInstalled, PortHolderKind holder) => holder switch
    {
        PortHolderKind.Agent or PortHolderKind.ServiceManager => ExitCode.Done,
        PortHolderKind.AnotherUser => ExitCode.PortOfAnotherUser,
        PortHolderKind.OtherProgram or PortHolderKind.Unknown => ExitCode.PortTaken,
        _ => isInstalled ? ExitCode.AgentNotRunning : ExitCode.NotInstalled,
    };

    private static void Write(int port, List<StartMethod> installed, PortHolder holder, ServiceTexts texts)
    {
        Console.Out.WriteLine(installed.Count == 0 ? texts.NotInstalled : texts.StartMethods[installed[0]]);
        Console.Out.WriteLine(string.Format(
            CultureInfo.InvariantCulture, texts.PortStates[holder.Kind], port, TerminalText.Harmless(holder.Program ?? ""), holder.ProcessId, TerminalText.Harmless(holder.User ?? "")));
    }

    private static void WriteJson(int port, List<StartMethod> installed, PortHolder holder)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteBoolean("installed", installed.Count > 0);
            json.WriteString("method", installed.Count > 0 ? installed[0].ToString() : null);
            json.WriteNumber("port", port);
            json.WriteStartObject("holder");
            json.WriteString("kind", holder.Kind.ToString());
            json.WriteString("program", holder.Program);
            json.WriteNumberOrNull("process", holder.ProcessId);
            json.WriteString("user", holder.User);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        Console.Out.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }
}
