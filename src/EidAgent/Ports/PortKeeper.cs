using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace EidAgent.Ports;

/// <summary>
/// The system part. Accepts every connection to the agents' port, asks the kernel whose it is, and passes it to the agent of that user; who has no agent gets a page that says so. It takes no
/// byte off any connection, knows no login and no card, and needs no right but the port.
/// </summary>
/// <param name="port">The listening socket.</param>
/// <param name="doors">The agents.</param>
/// <param name="findUser">Whose the other end of a connection is: local end, remote end.</param>
/// <param name="clock">All times.</param>
/// <param name="log">Codes and counts, no user.</param>
internal sealed class PortKeeper(Socket port, AgentDoors doors, Func<IPEndPoint, IPEndPoint, uint?> findUser, TimeProvider clock, ILogger log) : IDisposable
{
    /// <summary>Connections of one user on their way at once; what is more is closed, so that nobody uses up the places of others.</summary>
    public const int MostOfOneUser = 16;

    private const int MostAtOnce = 256;
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(200);

    private readonly SemaphoreSlim places = new(MostAtOnce);
    private readonly Shares shares = new(MostOfOneUser);
    private readonly StoppedAgentAnswer stopped = new(clock);

    /// <summary>Serves until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Socket connection;
            try
            {
                await places.WaitAsync(cancellation);
                connection = await port.AcceptAsync(cancellation);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException exception)
            {
                // A connection that broke before it was accepted, or no descriptor left: the port is kept.
                places.Release();
                PortLog.NotAccepted(log, exception.SocketErrorCode);
                await Task.Delay(Breath, clock, CancellationToken.None);
                continue;
            }

            _ = ServeAsync(connection, cancellation);
        }
    }

    public void Dispose() => places.Dispose();

    private async Task ServeAsync(Socket connection, CancellationToken cancellation)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            using (connection)
            {
                await PassAsync(connection, cancellation);
            }
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The browser went away, or we stop.
        }
        finally
        {
            places.Release();
        }
    }

    private async Task PassAsync(Socket connection, CancellationToken cancellation)
    {
        if (connection is not { LocalEndPoint: IPEndPoint local, RemoteEndPoint: IPEndPoint remote } || findUser(local, remote) is not { } user)
        {
            PortLog.NoOwner(log);
            return;
        }

        if (!shares.TryTake(user))
        {
            PortLog.TooMany(log);
            return;
        }

        try
        {
            if (!await doors.HandOverAsync(user, connection, cancellation))
            {
                PortLog.NotTaken(log);
                await stopped.SendAsync(connection, cancellation);
            }
        }
        finally
        {
            shares.Return(user);
        }
    }
}
