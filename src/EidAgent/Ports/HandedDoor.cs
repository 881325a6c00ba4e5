using System.Net.Sockets;
using System.Runtime.Versioning;
using EidAgent.Data;
using EidAgent.Peer;

namespace EidAgent.Ports;

/// <summary>The Unix socket on which an agent takes connections, and who may hand them over.</summary>
/// <param name="Socket">Listens.</param>
/// <param name="Group">The system part's group: that of root's folder. Null: root alone.</param>
/// <param name="Path">The file that was made for it, or null.</param>
[UnsupportedOSPlatform("windows")]
internal sealed record HandedDoor(Socket Socket, uint? Group, string? Path) : IDisposable
{
    private const UnixFileMode Everybody = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Listens on the path, or takes the service manager's socket.</summary>
    /// <exception cref="HandedDoorException">An agent listens there already, the folder is not one that the system part would use, or the system refuses.</exception>
    public static HandedDoor Open(HandedEndPoint place)
    {
        if (place.Descriptor is { } descriptor)
        {
            var inherited = new Socket(new SafeSocketHandle(descriptor, ownsHandle: true));
            return new HandedDoor(inherited, GroupAbove(inherited.LocalEndPoint?.ToString() ?? ""), null);
        }

        var path = place.Path!;
        try
        {
            return Make(path, GroupAbove(path));
        }
        catch (Exception refused) when (refused is SocketException or UnauthorizedAccessException or ArgumentException or IOException and not HandedDoorException)
        {
            throw new HandedDoorException(HandedDoorProblem.Refused, refused);
        }
    }

    /// <summary>Root, or the system part: nobody else can have its group.</summary>
    public bool MayHandOver(PeerCredentials? who) => who is { } known && (known.User == 0 || known.Group == Group);

    public void Dispose()
    {
        Socket.Dispose();
        if (Path is not null)
        {
            File.Delete(Path);
        }
    }

    private static HandedDoor Make(string path, uint? group)
    {
        RemoveDead(path);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Bind(new UnixDomainSocketEndPoint(path));

            // Who connects is asked of the kernel; the folder lets nobody else come this far anyway.
            File.SetUnixFileMode(path, Everybody);
            socket.Listen();
            return new HandedDoor(socket, group, path);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // The user's folder stands in root's. Only root can have made either, so what its group says is root's word.
    private static uint? GroupAbove(string path)
    {
        var own = System.IO.Path.GetDirectoryName(path);
        using var all = PortPlaces.HoldFolder(System.IO.Path.GetDirectoryName(own) ?? "")
            ?? throw new HandedDoorException(HandedDoorProblem.ForeignFolder);
        using var mine = all.Entry(System.IO.Path.GetFileName(own) ?? "");
        if (mine is not { IsDirectory: true } || mine.Owner != LinuxPeer.EffectiveUser())
        {
            throw new HandedDoorException(HandedDoorProblem.ForeignFolder);
        }

        return all.Group == 0 ? null : all.Group;
    }

    private static void RemoveDead(string path)
    {
        using var left = LinuxPath.Hold(path);
        if (left is not { IsSocket: true })
        {
            return;
        }

        using var caller = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            caller.Connect(new UnixDomainSocketEndPoint(left.Reference));
        }
        catch (SocketException)
        {
            File.Delete(path);
            return;
        }

        throw new HandedDoorException(HandedDoorProblem.Taken);
    }
}
