using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Peer;

/// <summary>Linux: the rows of /proc/net/tcp and tcp6, by the path that is there also where /proc shows processes alone.</summary>
internal static partial class LinuxPeer
{
    // The kernel walks its hash table between our reads, so that a row can be missed while others come and go.
    private const int Attempts = 3;

    // "Nobody": also what the kernel prints for every user outside this user namespace.
    private const uint Overflow = 65534;

    private static readonly string[] Tables = ["/proc/self/net/tcp", "/proc/self/net/tcp6"];

    public static PeerOwner Find(IPEndPoint local, IPEndPoint remote)
    {
        var self = EffectiveUser();
        if (self == Overflow && !SeesEveryUser())
        {
            return PeerOwner.Unknown;
        }

        return OwnerOf(local, remote) is not { } owner ? PeerOwner.Unknown : owner == self ? PeerOwner.ThisUser : PeerOwner.AnotherUser;
    }

    /// <summary>The number of the user who owns the other end; null where nobody can tell.</summary>
    public static uint? UserOf(IPEndPoint local, IPEndPoint remote) => OwnerOf(local, remote) is { } owner && (owner != Overflow || SeesEveryUser()) ? owner : null;

    private static uint? OwnerOf(IPEndPoint local, IPEndPoint remote)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (var table in Tables)
            {
                if (OwnerIn(table, remote, local) is { } owner)
                {
                    return owner;
                }
            }
        }

        return null;
    }

    private static uint? OwnerIn(string table, IPEndPoint from, IPEndPoint to)
    {
        try
        {
            using var rows = File.OpenText(table);
            return ProcNetTcp.OwnerOf(rows, from, to);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool SeesEveryUser()
    {
        try
        {
            return File.ReadAllText("/proc/self/uid_map").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is ["0", "0", "4294967295"];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The number of the user this process acts as.</summary>
    [LibraryImport("libc", EntryPoint = "geteuid")]
    internal static partial uint EffectiveUser();
}
