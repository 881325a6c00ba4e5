using EidAuth.Iso7816;
using Microsoft.Extensions.Logging;

namespace EidAgent.Hosting;

/// <summary>Everything the agent logs: codes and counts. No address, no origin, no person.</summary>
internal static partial class AgentLog
{
    [LoggerMessage(1001, LogLevel.Warning, "TEST TRUST: test anchors are in use, nothing proven with this agent is real.")]
    internal static partial void TestTrust(ILogger logger);

    [LoggerMessage(1002, LogLevel.Warning, "COMMAND TRACE: headers, lengths and status words of all commands to cards are being written to a file.")]
    internal static partial void CommandTrace(ILogger logger);

    [LoggerMessage(1003, LogLevel.Warning, "The command trace ended: {End}. Logins go on.")]
    internal static partial void CommandTraceEnded(ILogger logger, Tracing.TraceEnd end);

    [LoggerMessage(1004, LogLevel.Information, "Nobody uses the agent: it ends, and the next connection starts it again.")]
    internal static partial void Idle(ILogger logger);

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

    [LoggerMessage(1401, LogLevel.Information, "A session was ended because the card left.")]
    internal static partial void SessionEnded(ILogger logger);

    [LoggerMessage(1402, LogLevel.Warning, "The card left, and the site refused to end the session: status {Status}.")]
    internal static partial void SessionEndRefused(ILogger logger, int status);

    [LoggerMessage(1403, LogLevel.Warning, "The card left, and the site did not answer: its session may go on.")]
    internal static partial void SessionEndUnanswered(ILogger logger);

    [LoggerMessage(1404, LogLevel.Information, "A session will not be ended when the card leaves: it is too old, or there are too many.")]
    internal static partial void SessionForgotten(ILogger logger);

    [LoggerMessage(1501, LogLevel.Warning, "Something could not be written down or read: {Code}.")]
    internal static partial void NotKept(ILogger logger, string code);

    [LoggerMessage(1901, LogLevel.Error, "Defect in the agent: {Type}.")]
    internal static partial void AgentFault(ILogger logger, string type);
}
