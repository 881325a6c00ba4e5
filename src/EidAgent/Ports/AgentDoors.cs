using System.Net.Sockets;

namespace EidAgent.Ports;

/// <summary>The system part's way to the agents: finds the Unix socket of a user's agent and passes a connection through it.</summary>
/// <param name="folder">Root's folder.</param>
/// <param name="clock">For the time an agent has.</param>
internal sealed class AgentDoors(string folder, TimeProvider clock)
{
    /// <summary>What the agent answers when it has taken the connection.</summary>
    public const byte Taken = 1;

    // An agent that a service manager starts for this connection needs a moment.
    private static readonly TimeSpan TakingTime = TimeSpan.FromSeconds(10);

    /// <summary>Passes the connection to that user's agent. True: the agent has it. False: it does not, and never will.</summary>
    public async Task<bool> HandOverAsync(uint user, Socket connection, CancellationToken cancellation)
    {
        using var door = await OpenAsync(user, cancellation);
        return door is not null && LinuxMessages.TrySend(door.SafeHandle, connection.SafeHandle) && await IsTakenAsync(door, cancellation);
    }

    // A user can put anything into their own folder, a link to another socket among it: what is connected to was looked at, and who listens there is asked of the kernel.
    private async Task<Socket?> OpenAsync(uint user, CancellationToken cancellation)
    {
        using var all = PortPlaces.HoldFolder(folder);
        using var own = all?.Entry(PortPlaces.NameOf(user));
        if (own is not { IsDirectory: true } || own.Owner != user)
        {
            return null;
        }

        using var place = own.Entry(PortPlaces.Door);
        if (place is not { IsSocket: true } || place.Owner != user)
        {
            return null;
        }

        var door = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await door.ConnectAsync(new UnixDomainSocketEndPoint(place.Reference), cancellation);
            if (PeerCredentials.Of(door) is { } listener && listener.User == user)
            {
                return door;
            }
        }
        catch (SocketException)
        {
            // Nobody listens, or its queue is full.
        }
        catch
        {
            door.Dispose();
            throw;
        }

        door.Dispose();
        return null;
    }

    private async Task<bool> IsTakenAsync(Socket door, CancellationToken cancellation)
    {
        var answer = new byte[1];
        using var patience = new CancellationTokenSource(TakingTime, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            return await door.ReceiveAsync(answer, either.Token) == 1 && answer[0] == Taken;
        }
        catch (OperationCanceledException)
        {
            return HadAnswered(door, answer);
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // After the shutdown no answer can come any more, and an agent that tries learns that it is too late. One that came before is still there.
    private static bool HadAnswered(Socket door, byte[] answer)
    {
        try
        {
            door.Shutdown(SocketShutdown.Both);
            door.Blocking = false;
            return door.Receive(answer) == 1 && answer[0] == Taken;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
