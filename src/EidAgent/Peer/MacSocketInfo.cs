using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Peer;

/// <summary>Reads struct socket_fdinfo of macOS (sys/proc_info.h), as far as an IPv4 connection needs it. Little-endian, as all its machines are.</summary>
internal static class MacSocketInfo
{
    /// <summary>Its size.</summary>
    public const int Size = 792;

    private const int Stream = 2; // SOCKINFO_TCP
    private const byte Version4 = 1; // INI_IPV4
    private const int Established = 4; // TSI_S_ESTABLISHED

    /// <summary>It is the established connection from one end to the other.</summary>
    public static bool Is(ReadOnlySpan<byte> information, IPEndPoint from, IPEndPoint to)
    {
        if (information.Length < Size)
        {
            return false;
        }

        var socket = MemoryMarshal.Read<Connection>(information);
        return socket.Kind == Stream && socket.Version == Version4 && socket.State == Established
            && Is(socket.LocalAddress, socket.LocalPort, from) && Is(socket.RemoteAddress, socket.RemotePort, to);
    }

    // Both in network order; the port in the low half of its field.
    private static bool Is(uint address, int port, IPEndPoint endpoint) =>
        BinaryPrimitives.ReverseEndianness((ushort)port) == endpoint.Port && new IPAddress(address).Equals(endpoint.Address);

    /// <summary>The members that count, at their places: proc_fileinfo 24 bytes, then socket_info with its stat of 136, its protocol's part at 264.</summary>
    [StructLayout(LayoutKind.Explicit, Size = Size)]
    internal struct Connection
    {
        [FieldOffset(256)]
        public int Kind;

        [FieldOffset(264)]
        public int RemotePort;

        [FieldOffset(268)]
        public int LocalPort;

        [FieldOffset(288)]
        public byte Version;

        [FieldOffset(308)]
        public uint RemoteAddress;

        [FieldOffset(324)]
        public uint LocalAddress;

        [FieldOffset(344)]
        public int State;
    }

    /// <summary>struct proc_fdinfo.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Descriptor
    {
        public int Number;
        public uint Kind;
    }
}
