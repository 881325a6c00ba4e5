using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Peer;

/// <summary>Linux: the rows of /proc/net/tcp and tcp6.</summary>
internal static partial class LinuxPeer
{
    // The kernel walks its hash table between our reads, so that a row can be missed while others come and go.
    private const int Attempts = 3;

    // "Nobody": also what the kernel prints for every user outside this user namespace.
    private const uint Overflow = 65534;

    private static readonly string[] Tables = ["/proc/net/tcp", "/proc/net/tcp6"];

    public static PeerOwner Find(IPEndPoint local, IPEndPoint remote)
    {
        var self = EffectiveUser();
        if (self == Overflow && !SeesEveryUser())
        {
            return PeerOwner.Unknown;
        }

        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            foreach (var table in Tables)
            {
                if (OwnerIn(table, remote, local) is { } owner)
                {
                    return owner == self ? PeerOwner.ThisUser : PeerOwner.AnotherUser;
                }
            }
        }

        return PeerOwner.Unknown;
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

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
