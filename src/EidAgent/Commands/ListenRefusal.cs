using System.Globalization;
using System.Net.Sockets;
using EidAgent.Hosting;
using EidAgent.Pages;
using EidAgent.Ports;

namespace EidAgent.Commands;

/// <summary>Says why <c>run</c> cannot listen where it is to.</summary>
internal static class ListenRefusal
{
    /// <summary>Says the sentence and gives the code: an agent that is there already is no fault of the place.</summary>
    public static ExitCode Tell(Exception refused, AgentOptions options, UiLanguage language, TextWriter errors)
    {
        var texts = ListenTexts.In(language);
        var (sentence, place) = refused switch
        {
            HandedDoorException door => (texts.Doors[door.Problem], TerminalText.Harmless(options.HandedAt ?? "")),
            SocketException { SocketErrorCode: SocketError.AccessDenied } => (texts.PortRefused, $"{options.Port}"),
            _ => (texts.PortUnusable, $"{options.Port}"),
        };
        errors.WriteLine(string.Format(CultureInfo.InvariantCulture, sentence, place));
        return refused is HandedDoorException { Problem: HandedDoorProblem.Taken } ? ExitCode.AgentRunsAlready : ExitCode.CannotListen;
    }
}
