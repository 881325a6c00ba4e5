using System.Net;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace EidAgent.Peer;

/// <summary>
/// macOS: looks through the sockets of this user's own processes for the other end. Never run. Found there it is this user's; not found it is unknown, since processes of others cannot be looked
/// into, and refused either way.
/// </summary>
[SupportedOSPlatform("macos")]
internal static unsafe partial class MacPeer
{
    private const uint OfUser = 4; // PROC_UID_ONLY
    private const int ListDescriptors = 1; // PROC_PIDLISTFDS
    private const int SocketInformation = 3; // PROC_PIDFDSOCKETINFO
    private const uint IsSocket = 2; // PROX_FDTYPE_SOCKET
    private const int MostProcesses = 16 * 1024;
    private const int MostDescriptors = 16 * 1024;

    public static PeerOwner Find(IPEndPoint local, IPEndPoint remote)
    {
        var processes = new int[MostProcesses];
        int length;
        fixed (int* start = processes)
        {
            length = Processes(OfUser, EffectiveUser(), start, processes.Length * sizeof(int));
        }

        return length > 0 && processes.AsSpan(0, length / sizeof(int)).ToArray().Any(process => process > 0 && Holds(process, remote, local))
            ? PeerOwner.ThisUser
            : PeerOwner.Unknown;
    }

    private static bool Holds(int process, IPEndPoint from, IPEndPoint to)
    {
        var descriptors = new MacSocketInfo.Descriptor[MostDescriptors];
        int length;
        fixed (MacSocketInfo.Descriptor* start = descriptors)
        {
            length = Process(process, ListDescriptors, 0, start, descriptors.Length * sizeof(MacSocketInfo.Descriptor));
        }

        var information = stackalloc byte[MacSocketInfo.Size];
        for (var i = 0; i < length / sizeof(MacSocketInfo.Descriptor); i++)
        {
            if (descriptors[i].Kind == IsSocket
                && Socket(process, descriptors[i].Number, SocketInformation, information, MacSocketInfo.Size) == MacSocketInfo.Size
                && MacSocketInfo.Is(new ReadOnlySpan<byte>(information, MacSocketInfo.Size), from, to))
            {
                return true;
            }
        }

        return false;
    }

    [LibraryImport("libproc", EntryPoint = "proc_listpids")]
    private static partial int Processes(uint kind, uint of, int* processes, int length);

    [LibraryImport("libproc", EntryPoint = "proc_pidinfo")]
    private static partial int Process(int process, int flavor, ulong argument, void* buffer, int length);

    [LibraryImport("libproc", EntryPoint = "proc_pidfdinfo")]
    private static partial int Socket(int process, int descriptor, int flavor, void* buffer, int length);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();
}
