using System.Buffers.Binary;

namespace EidAuth.Simulator.Cards;

/// <summary>
/// A command as T=0 brings it to the card (ISO 7816-3 §10.3): five header bytes, then nothing or exactly P3 bytes. A command without P3 counts as P3 = 00, and
/// there is no Le after data: GET RESPONSE fetches what waits.
/// </summary>
internal readonly ref struct IncomingCommand
{
    private const int HeaderLength = 5;

    private readonly ReadOnlySpan<byte> bytes;

    private IncomingCommand(ReadOnlySpan<byte> bytes) => this.bytes = bytes;

    public byte Cla => bytes[0];

    public byte Ins => bytes[1];

    public byte P1 => bytes[2];

    public byte P2 => bytes[3];

    public ushort P1P2 => BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);

    private byte P3 => bytes.Length >= HeaderLength ? bytes[4] : (byte)0;

    /// <param name="bytes">As they came.</param>
    /// <param name="command">The command.</param>
    /// <param name="dropsLe">An Le after the data is passed over.</param>
    public static bool TryParse(ReadOnlySpan<byte> bytes, out IncomingCommand command, bool dropsLe = false)
    {
        if (dropsLe && bytes.Length > HeaderLength + 1 && bytes.Length == HeaderLength + bytes[HeaderLength - 1] + 1)
        {
            bytes = bytes[..^1];
        }

        command = new IncomingCommand(bytes);
        return bytes.Length is >= 4 and <= HeaderLength + 255;
    }

    /// <summary>P3 as Le, 1 to 256; false when data follow.</summary>
    public bool TryGetLe(out int le)
    {
        le = P3 == 0 ? 256 : P3;
        return bytes.Length <= HeaderLength;
    }

    /// <summary>P3 as Lc with its data; false when there are more or fewer.</summary>
    public bool TryGetData(out ReadOnlySpan<byte> data)
    {
        data = bytes.Length > HeaderLength ? bytes[HeaderLength..] : [];
        return data.Length == P3;
    }
}
