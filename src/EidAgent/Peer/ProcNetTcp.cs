using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;

namespace EidAgent.Peer;

/// <summary>Reads the text of /proc/net/tcp and tcp6 (proc(5)): one socket per row, addresses as 32-bit words in the machine's byte order.</summary>
internal static class ProcNetTcp
{
    private const string Established = "01";
    private const string Listen = "0A";

    /// <summary>The user who owns the established socket from one end to the other; null when no row says so.</summary>
    /// <param name="rows">The table, with its heading.</param>
    /// <param name="from">The local address of the wanted socket.</param>
    /// <param name="to">Its remote address.</param>
    public static uint? OwnerOf(TextReader rows, IPEndPoint from, IPEndPoint to)
    {
        Span<Range> fields = stackalloc Range[11];
        while (rows.ReadLine() is { } row)
        {
            if (Owner(row, fields, from, to) is { } owner)
            {
                return owner;
            }
        }

        return null;
    }

    /// <summary>The socket that listens on that port for 127.0.0.1, alone or among all addresses; null when none does.</summary>
    /// <param name="rows">The table, with its heading.</param>
    /// <param name="port">The port.</param>
    public static ListeningSocket? ListenerOn(TextReader rows, int port)
    {
        Span<Range> fields = stackalloc Range[11];
        while (rows.ReadLine() is { } line)
        {
            ReadOnlySpan<char> row = line;
            if (row.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries) >= 10
                && row[fields[3]].SequenceEqual(Listen)
                && TryParse(row[fields[1]], out var address, out var bound)
                && bound == port
                && (address.Equals(IPAddress.Loopback) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
                && uint.TryParse(row[fields[7]], NumberStyles.None, CultureInfo.InvariantCulture, out var user)
                && ulong.TryParse(row[fields[9]], NumberStyles.None, CultureInfo.InvariantCulture, out var inode))
            {
                return new ListeningSocket(user, inode);
            }
        }

        return null;
    }

    // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode …
    private static uint? Owner(ReadOnlySpan<char> row, Span<Range> fields, IPEndPoint from, IPEndPoint to)
    {
        if (row.Split(fields, ' ', StringSplitOptions.RemoveEmptyEntries) < 10
            || !row[fields[3]].SequenceEqual(Established)
            || !Is(row[fields[1]], from)
            || !Is(row[fields[2]], to))
        {
            return null;
        }

        // Inode 0: the socket is orphaned and its uid field prints 0, which must not pass for root.
        return uint.TryParse(row[fields[7]], NumberStyles.None, CultureInfo.InvariantCulture, out var owner)
            && ulong.TryParse(row[fields[9]], NumberStyles.None, CultureInfo.InvariantCulture, out var inode)
            && inode != 0
                ? owner
                : null;
    }

    private static bool Is(ReadOnlySpan<char> field, IPEndPoint endpoint) =>
        TryParse(field, out var address, out var port) && port == endpoint.Port && address.Equals(Unmapped(endpoint.Address));

    private static bool TryParse(ReadOnlySpan<char> field, out IPAddress address, out int port)
    {
        (address, port) = (IPAddress.None, 0);
        var colon = field.IndexOf(':');
        if (colon is not (8 or 32)
            || field.Length != colon + 5
            || !int.TryParse(field[(colon + 1)..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out port))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[colon / 2];
        for (var word = 0; word < bytes.Length; word += 4)
        {
            if (!uint.TryParse(field.Slice(word * 2, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                return false;
            }

            MemoryMarshal.Write(bytes[word..], value);
        }

        address = Unmapped(new IPAddress(bytes));
        return true;
    }

    // A browser that connects through an IPv6 socket shows as ::ffff:127.0.0.1.
    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
