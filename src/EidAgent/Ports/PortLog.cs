using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace EidAgent.Ports;

/// <summary>What the system part and the agent's end of it log: no user, no address.</summary>
internal static partial class PortLog
{
    [LoggerMessage(1601, LogLevel.Information, "The port is held.")]
    internal static partial void Holding(ILogger logger);

    [LoggerMessage(1602, LogLevel.Information, "No agent took a connection: its user's agent does not run.")]
    internal static partial void NotTaken(ILogger logger);

    [LoggerMessage(1603, LogLevel.Warning, "A connection was closed: nobody can tell whose it is.")]
    internal static partial void NoOwner(ILogger logger);

    [LoggerMessage(1604, LogLevel.Warning, "A connection was closed: its user has too many that wait.")]
    internal static partial void TooMany(ILogger logger);

    [LoggerMessage(1605, LogLevel.Warning, "A connection was not accepted: {Error}.")]
    internal static partial void NotAccepted(ILogger logger, SocketError error);

    [LoggerMessage(1611, LogLevel.Warning, "Somebody who is not the system part wanted to hand a connection over.")]
    internal static partial void NotTheHolder(ILogger logger);

    [LoggerMessage(1612, LogLevel.Warning, "What was handed over is not one connection to our port.")]
    internal static partial void NotAConnection(ILogger logger);
}
