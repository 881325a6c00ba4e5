using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace EidAuth.Pki;

/// <summary>A serial number or list number as an integer of up to 20 bytes, 20 bytes in memory: compared by value, so leading zeros are nothing.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct SerialKey : IComparable<SerialKey>
{
    /// <summary>RFC 5280 §4.1.2.2 and §5.2.3: at most 20 octets.</summary>
    public const int Length = 20;

    private readonly ulong high;
    private readonly ulong middle;
    private readonly uint low;

    private SerialKey(ReadOnlySpan<byte> padded)
    {
        high = BinaryPrimitives.ReadUInt64BigEndian(padded);
        middle = BinaryPrimitives.ReadUInt64BigEndian(padded[8..]);
        low = BinaryPrimitives.ReadUInt32BigEndian(padded[16..]);
    }

    /// <summary>Says nothing: a serial number is personal data.</summary>
    public override string ToString() => nameof(SerialKey);

    /// <summary>Takes the contents of an INTEGER; no when it is negative, empty, or longer than 20 bytes without its leading zeros.</summary>
    public static bool TryRead(ReadOnlySpan<byte> integer, out SerialKey key)
    {
        key = default;
        if (integer.IsEmpty || integer[0] >= 0x80)
        {
            return false;
        }

        var number = integer.Length > Length ? integer.TrimStart((byte)0) : integer;
        if (number.Length > Length)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[Length];
        padded.Clear();
        number.CopyTo(padded[^number.Length..]);
        key = new SerialKey(padded);
        return true;
    }

    public int CompareTo(SerialKey other) =>
        high != other.high ? high.CompareTo(other.high)
        : middle != other.middle ? middle.CompareTo(other.middle)
        : low.CompareTo(other.low);
}
