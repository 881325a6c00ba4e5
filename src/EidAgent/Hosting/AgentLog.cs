using EidAuth.Iso7816;
using Microsoft.Extensions.Logging;

namespace EidAgent.Hosting;

/// <summary>Everything the agent logs: codes and counts. No address, no origin, no person.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(1001, LogLevel.Warning, "TEST TRUST: test anchors are in use, nothing proven with this agent is real.")]
    internal static partial void TestTrust(ILogger logger);

    [LoggerMessage(1101, LogLevel.Warning, "Request refused: {Code}.")]
    internal static partial void Refused(ILogger logger, string code);

    [LoggerMessage(1201, LogLevel.Information, "A login waits for consent.")]
    internal static partial void LoginAsked(ILogger logger);

    [LoggerMessage(1202, LogLevel.Information, "A login ended: {Code}.")]
    internal static partial void LoginEnded(ILogger logger, string code);

    [LoggerMessage(1301, LogLevel.Information, "PIN refused by the card, {TriesLeft} tries left.")]
    internal static partial void PinRefused(ILogger logger, int triesLeft);

    [LoggerMessage(1302, LogLevel.Warning, "Card fault {Fault}, status word {StatusWord:X4}.")]
    internal static partial void CardFault(ILogger logger, CardFault fault, ushort statusWord);

    [LoggerMessage(1901, LogLevel.Error, "Defect in the agent: {Type}.")]
    internal static partial void AgentFault(ILogger logger, string type);
}
