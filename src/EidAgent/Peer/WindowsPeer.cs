using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;

namespace EidAgent.Peer;

/// <summary>
/// Windows: the kernel's table names the process at the other end, its token the user. Never run. What is not certain is unknown: a process of another user or an elevated one cannot be opened, so
/// it is refused like a stranger's.
/// </summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsPeer
{
    private const int Internet = 2; // AF_INET
    private const int ConnectionsWithProcess = 4; // TCP_TABLE_OWNER_PID_CONNECTIONS
    private const uint BufferTooSmall = 122;
    private const uint QueryLimitedInformation = 0x1000;
    private const uint QueryToken = 8;
    private const int Attempts = 3;

    public static PeerOwner Find(IPEndPoint local, IPEndPoint remote)
    {
        if (ProcessOf(remote, local) is not { } process || UserOf(process) is not { } user)
        {
            return PeerOwner.Unknown;
        }

        // The number of a process that ended is given to another: only if the connection is still that process's, it was the one we looked at.
        if (ProcessOf(remote, local) != process)
        {
            return PeerOwner.Unknown;
        }

        using var self = WindowsIdentity.GetCurrent();
        return self.User is { } own && own.Equals(user) ? PeerOwner.ThisUser : PeerOwner.AnotherUser;
    }

    private static uint? ProcessOf(IPEndPoint from, IPEndPoint to)
    {
        var table = new byte[16 * 1024];
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var length = (uint)table.Length;
            switch (Table(table, ref length, order: 0, Internet, ConnectionsWithProcess, reserved: 0))
            {
                case 0:
                    return WindowsTcpTable.ProcessOf(table.AsSpan(0, (int)Math.Min(length, (uint)table.Length)), from, to);
                case BufferTooSmall:
                    table = new byte[length + (4 * 1024)];
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    private static SecurityIdentifier? UserOf(uint process)
    {
        using var opened = OpenProcess(QueryLimitedInformation, inherit: 0, process);
        if (opened.IsInvalid || OpenToken(opened, QueryToken, out var token) == 0)
        {
            return null;
        }

        using (token)
        {
            using var identity = new WindowsIdentity(token.DangerousGetHandle());
            return identity.User;
        }
    }

    [LibraryImport("iphlpapi.dll", EntryPoint = "GetExtendedTcpTable")]
    private static partial uint Table([Out] byte[] table, ref uint length, int order, int family, int kind, uint reserved);

    [LibraryImport("kernel32.dll", EntryPoint = "OpenProcess", SetLastError = true)]
    private static partial SafeProcessHandle OpenProcess(uint access, int inherit, uint process);

    [LibraryImport("advapi32.dll", EntryPoint = "OpenProcessToken", SetLastError = true)]
    private static partial int OpenToken(SafeProcessHandle process, uint access, out SafeAccessTokenHandle token);
}
