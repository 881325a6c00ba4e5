using System.Globalization;
using EidAgent.Data;
using EidAgent.Peer;
using EidAuth.Login;

namespace EidAgent.Ports;

/// <summary>
/// Where the system part meets the agents: root's folder, in it one folder for each user who is logged in, in that the Unix socket on which this user's agent takes connections. Only root can
/// make a user's folder, so nobody can be there before its user.
/// </summary>
internal static class PortPlaces
{
    /// <summary>Root's folder. Its group is the system part's.</summary>
    public const string Folder = "/run/eidauth";

    /// <summary>The name of the Unix socket in a user's folder.</summary>
    public const string Door = "agent.sock";

    /// <summary>The path of a user's Unix socket.</summary>
    public static string DoorOf(uint user, string folder = Folder) => Path.Combine(folder, NameOf(user), Door);

    /// <summary>The name of a user's folder.</summary>
    public static string NameOf(uint user) => user.ToString(CultureInfo.InvariantCulture);

    /// <summary>This user's own path where the system part is installed and holds that port; null elsewhere.</summary>
    public static string? OwnDoor(int port)
    {
        if (port != LoginFormat.AgentPort || !OperatingSystem.IsLinux())
        {
            return null;
        }

        using var all = HoldFolder(Folder);
        using var own = all?.Entry(NameOf(LinuxPeer.EffectiveUser()));
        return own is { IsDirectory: true } ? DoorOf(LinuxPeer.EffectiveUser()) : null;
    }

    /// <summary>Root's folder, held; null when it is missing, a link, not root's, or others may write in it: then nothing in it can be believed.</summary>
    public static LinuxPath? HoldFolder(string folder)
    {
        var held = LinuxPath.Hold(folder);
        if (held is { IsDirectory: true, Owner: 0, IsWritableByOthers: false })
        {
            return held;
        }

        held?.Dispose();
        return null;
    }
}
