using System.Diagnostics;
using System.Net.NetworkInformation;

namespace EidAuth.UnitTests.AspNetCore.Load;

/// <summary>
/// How late the thread pool of this process runs what is due: what a loaded machine adds to every wait, whatever the code does. And how many connections to a port are
/// open at each beat, by the word of the system: the other end learns of a closed one only when it writes.
/// </summary>
internal sealed class Metronome : IAsyncDisposable
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource stop = new();
    private readonly Task beating;
    private readonly int port;
    private long latest;
    private int sockets;

    public Metronome(int port)
    {
        this.port = port;
        beating = Task.Run(BeatAsync);
    }

    /// <summary>The most at one beat.</summary>
    public int Sockets => Volatile.Read(ref sockets);

    /// <summary>The worst so far.</summary>
    public TimeSpan Latest => new(Interlocked.Read(ref latest));

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        stop.Dispose();
    }

    private async Task BeatAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            await Task.Delay(Beat, CancellationToken.None);
            var late = Stopwatch.GetElapsedTime(start) - Beat;
            Interlocked.Exchange(ref latest, Math.Max(Interlocked.Read(ref latest), late.Ticks));
            var open = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpConnections()
                .Count(connection => connection.RemoteEndPoint.Port == port && connection.State is TcpState.Established or TcpState.SynSent);
            Volatile.Write(ref sockets, Math.Max(sockets, open));
        }
    }
}
