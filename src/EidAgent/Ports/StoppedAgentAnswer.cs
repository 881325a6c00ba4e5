using System.Net.Sockets;

namespace EidAgent.Ports;

/// <summary>Answers a connection that no agent took: one fixed page, then the end. Takes no byte off the connection and keeps nothing.</summary>
internal sealed class StoppedAgentAnswer(TimeProvider clock)
{
    private const int TcpLevel = 6;
    private const int TcpInfo = 11;

    private static readonly TimeSpan RequestTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a request begins, answers it, and leaves the connection open until the browser has read: a close before that would throw the page away.</summary>
    public async Task SendAsync(Socket connection, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(RequestTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);

        // No room for a byte: it only waits until there is one.
        await connection.ReceiveAsync(Memory<byte>.Empty, either.Token);
        await connection.SendAsync(StoppedAgentPage.Response, either.Token);
        connection.Shutdown(SocketShutdown.Send);
        for (var begun = clock.GetTimestamp(); !HasEnded(connection) && clock.GetElapsedTime(begun) < ReadingTime;)
        {
            await Task.Delay(Glance, clock, cancellation);
        }
    }

    // tcp_info.tcpi_state (tcp(7)): established, or our end alone closed.
    private static bool HasEnded(Socket connection)
    {
        Span<byte> information = stackalloc byte[8];
        return connection.GetRawSocketOption(TcpLevel, TcpInfo, information) == 0 || information[0] is not (1 or 4 or 5);
    }
}
