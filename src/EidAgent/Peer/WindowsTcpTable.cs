using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Peer;

/// <summary>Reads MIB_TCPTABLE_OWNER_PID: a count, then rows of state, two addresses in network order with their ports, and the process.</summary>
internal static class WindowsTcpTable
{
    private const uint Established = 5; // MIB_TCP_STATE_ESTAB

    /// <summary>The process at the end <paramref name="from"/> of the established connection; null when no row says so, or two differ.</summary>
    /// <param name="table">The bytes of the table; rows that are cut off do not count.</param>
    /// <param name="from">The local address of the wanted end.</param>
    /// <param name="to">Its remote address.</param>
    public static uint? ProcessOf(ReadOnlySpan<byte> table, IPEndPoint from, IPEndPoint to)
    {
        if (table.Length < sizeof(uint))
        {
            return null;
        }

        var rows = table[sizeof(uint)..];
        rows = rows[..(rows.Length / Marshal.SizeOf<Row>() * Marshal.SizeOf<Row>())];
        uint? found = null;
        foreach (var row in MemoryMarshal.Cast<byte, Row>(rows)[..(int)Math.Min(MemoryMarshal.Read<uint>(table), (uint)(rows.Length / Marshal.SizeOf<Row>()))])
        {
            if (row.State == Established && Is(row.LocalAddress, row.LocalPort, from) && Is(row.RemoteAddress, row.RemotePort, to))
            {
                if (found is { } other && other != row.Process)
                {
                    return null;
                }

                found = row.Process;
            }
        }

        return found;
    }

    // The port's two bytes stand first in its field, in network order.
    private static bool Is(uint address, uint port, IPEndPoint endpoint) =>
        BinaryPrimitives.ReverseEndianness((ushort)port) == endpoint.Port && new IPAddress(address).Equals(endpoint.Address);

    /// <summary>MIB_TCPROW_OWNER_PID.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Row
    {
        public uint State;
        public uint LocalAddress;
        public uint LocalPort;
        public uint RemoteAddress;
        public uint RemotePort;
        public uint Process;
    }
}
