using System.Globalization;
using EidAgent.Service;
using EidAgent.Service.Texts;

namespace EidAgent.Commands;

/// <summary>Says who holds the port that the agent wanted.</summary>
internal static class PortTaken
{
    public static ExitCode Tell(PortHolder holder, int port, ServiceTexts texts, TextWriter errors)
    {
        // Free by now: whoever held it left between our try and this look.
        var kind = holder.Kind == PortHolderKind.Nobody ? PortHolderKind.Unknown : holder.Kind;
        errors.WriteLine(string.Format(
            CultureInfo.InvariantCulture, texts.PortHolders[kind], port, TerminalText.Harmless(holder.Program ?? ""), holder.ProcessId, TerminalText.Harmless(holder.User ?? "")));
        return kind switch
        {
            PortHolderKind.Agent or PortHolderKind.ServiceManager => ExitCode.AgentRunsAlready,
            PortHolderKind.AnotherUser => ExitCode.PortOfAnotherUser,
            _ => ExitCode.PortTaken,
        };
    }
}
