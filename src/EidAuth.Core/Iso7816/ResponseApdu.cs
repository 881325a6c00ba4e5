using System.Buffers.Binary;

namespace EidAuth.Iso7816;

/// <summary>A response APDU: data, then SW1 SW2 (ISO 7816-4 §5.1). A view into the caller's buffer.</summary>
internal readonly ref struct ResponseApdu(ReadOnlySpan<byte> data, StatusWord statusWord)
{
    public ReadOnlySpan<byte> Data { get; } = data;

    public StatusWord StatusWord { get; } = statusWord;

    /// <summary>The Le that the card named by 6Cxx before it gave this answer; null when it took the one it was asked with.</summary>
    public int? NamedLength { get; init; }

    public bool IsSuccess => StatusWord == StatusWord.Success;

    /// <summary>False when there are not even the two bytes of a status word.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out ResponseApdu response)
    {
        if (raw.Length < 2)
        {
            response = default;
            return false;
        }

        response = new ResponseApdu(raw[..^2], new StatusWord(BinaryPrimitives.ReadUInt16BigEndian(raw[^2..])));
        return true;
    }
}
