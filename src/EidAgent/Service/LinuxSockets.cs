using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Service;

/// <summary>Linux: descriptors that came with the process.</summary>
internal static partial class LinuxSockets
{
    private const int SetDescriptorFlags = 2;
    private const int CloseOnExec = 1;
    private const uint RangeCloseOnExec = 4;
    private const int SocketLevel = 1;
    private const int TypeOption = 3;
    private const int AcceptsOption = 30;

    /// <summary>What it is; null when the descriptor is closed or no socket.</summary>
    public static SocketFacts? Look(int descriptor)
    {
        // sockaddr_storage: family in the machine's order; for IPv4 port and address in network order follow (ip(7)).
        Span<byte> address = stackalloc byte[128];
        var length = address.Length;
        if (Name(descriptor, ref MemoryMarshal.GetReference(address), ref length) != 0
            || Option(descriptor, TypeOption) is not { } type
            || Option(descriptor, AcceptsOption) is not { } accepts)
        {
            return null;
        }

        var family = MemoryMarshal.Read<ushort>(address);
        var bound = family == SocketFacts.Internet ? new IPEndPoint(new IPAddress(address.Slice(4, 4)), BinaryPrimitives.ReadUInt16BigEndian(address[2..])) : null;
        return new SocketFacts(family, type, accepts != 0, bound);
    }

    /// <summary>No program that this process starts from now on gets a descriptor from <paramref name="first"/> on that is open now.</summary>
    /// <param name="first">The lowest.</param>
    /// <param name="count">How many there are, for systems that cannot be asked for all of them.</param>
    public static void KeepFromChildren(int first, int count)
    {
        try
        {
            if (CloseRange((uint)first, uint.MaxValue, RangeCloseOnExec) == 0)
            {
                return;
            }
        }
        catch (EntryPointNotFoundException)
        {
            // glibc before 2.34.
        }

        for (var descriptor = first; descriptor < first + count; descriptor++)
        {
            _ = Control(descriptor, SetDescriptorFlags, CloseOnExec);
        }
    }

    private static int? Option(int descriptor, int option)
    {
        var (value, length) = (0, sizeof(int));
        return GetOption(descriptor, SocketLevel, option, ref value, ref length) == 0 ? value : null;
    }

    [LibraryImport("libc", EntryPoint = "getsockname")]
    private static partial int Name(int descriptor, ref byte address, ref int length);

    [LibraryImport("libc", EntryPoint = "getsockopt")]
    private static partial int GetOption(int descriptor, int level, int option, ref int value, ref int length);

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "close_range")]
    private static partial int CloseRange(uint first, uint last, uint flags);
}
