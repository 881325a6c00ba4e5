using System.Net;

namespace EidAgent.Peer;

/// <summary>
/// Tells who owns the other end of an accepted loopback connection (security rule 3). Any local user can connect to 127.0.0.1 and write any header; the
/// kernel's own table cannot be talked into anything.
/// </summary>
public static class PeerUser
{
    /// <summary>Looks the peer up. Linux; Windows and macOS were written and never run. Every other system answers <see cref="PeerOwner.Unknown"/>.</summary>
    /// <param name="local">Our end.</param>
    /// <param name="remote">The peer's end, on this same machine.</param>
    public static PeerOwner Find(IPEndPoint local, IPEndPoint remote) =>
        OperatingSystem.IsLinux() ? LinuxPeer.Find(local, remote)
        : OperatingSystem.IsWindows() ? WindowsPeer.Find(local, remote)
        : OperatingSystem.IsMacOS() ? MacPeer.Find(local, remote)
        : PeerOwner.Unknown;
}
