using System.Buffers.Binary;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// PIN_VERIFY_STRUCTURE (PC/SC part 10 §2.5.2): how long to wait, how many digits, and where in the VERIFY command they go. Numbers are little-endian,
/// positions count from the first data byte after Lc.
/// </summary>
internal sealed class PinVerifyStructure
{
    private const int HeaderLength = 19;
    private const int CommandHeaderLength = 5;
    private const int LongestCommand = 261;
    private const byte UntilOkKey = 0x02;
    private const byte Bcd = 0x01;
    private const byte Ascii = 0x02;

    private readonly byte[] template;
    private readonly int pinPosition;
    private readonly bool rightJustified;
    private readonly int bitsPerDigit;
    private readonly int blockBits;
    private readonly int lengthPosition;
    private readonly int lengthBits;

    private PinVerifyStructure(ReadOnlySpan<byte> raw)
    {
        var format = raw[2];
        FirstKeyWithin = Seconds(raw[0]);
        OkWithin = raw[1] == 0 ? FirstKeyWithin : Seconds(raw[1]);
        pinPosition = ((format >> 3) & 0x0F) * ((format & 0x80) != 0 ? 8 : 1);
        rightJustified = (format & 0x04) != 0;
        bitsPerDigit = (format & 0x03) switch { Bcd => 4, Ascii => 8, _ => 0 };
        lengthBits = raw[3] >> 4;
        blockBits = (raw[3] & 0x0F) * 8;
        lengthPosition = (raw[4] & 0x0F) * ((raw[4] & 0x10) != 0 ? 8 : 1);
        MaximumDigits = raw[5];
        MinimumDigits = raw[6];
        template = raw[HeaderLength..].ToArray();
    }

    /// <summary>bTimerOut: how long the first key may take.</summary>
    public TimeSpan FirstKeyWithin { get; }

    /// <summary>bTimerOut2: how long the rest may take, from the first key.</summary>
    public TimeSpan OkWithin { get; }

    public int MinimumDigits { get; }

    public int MaximumDigits { get; }

    /// <summary>Length of the command that <see cref="WriteCommand"/> writes.</summary>
    public int CommandLength => template.Length;

    /// <summary>Refuses whatever this reader could not do to the letter: the caller answers 6B80.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out PinVerifyStructure structure)
    {
        structure = null!;
        if (raw.Length is < HeaderLength + CommandHeaderLength or > HeaderLength + LongestCommand
            || BinaryPrimitives.ReadUInt32LittleEndian(raw[15..]) != raw.Length - HeaderLength
            || (raw[4] & 0xE0) != 0
            || raw[7] != UntilOkKey
            || raw[8] is not (0 or 1 or 0xFF))
        {
            return false;
        }

        var candidate = new PinVerifyStructure(raw);
        structure = candidate;
        return candidate.Fits();
    }

    /// <summary>Copies the command template and writes digits and length into it; what they do not cover keeps the template's padding.</summary>
    /// <param name="digits">Values 0 to 9.</param>
    /// <param name="command">At least <see cref="CommandLength"/> bytes; holds the PIN afterwards.</param>
    public void WriteCommand(ReadOnlySpan<byte> digits, Span<byte> command)
    {
        template.CopyTo(command);
        var data = command[CommandHeaderLength..];
        var at = rightJustified ? pinPosition + blockBits - (digits.Length * bitsPerDigit) : pinPosition;
        foreach (var digit in digits)
        {
            WriteBits(data, at, bitsPerDigit, bitsPerDigit == 8 ? digit + '0' : digit);
            at += bitsPerDigit;
        }

        WriteBits(data, lengthPosition, lengthBits, digits.Length);
    }

    private static TimeSpan Seconds(byte value) => TimeSpan.FromSeconds(value == 0 ? 30 : value);

    private static void WriteBits(Span<byte> data, int at, int count, int value)
    {
        for (var i = 0; i < count; i++)
        {
            var mask = (byte)(0x80 >> ((at + i) % 8));
            ref var target = ref data[(at + i) / 8];
            target = ((value >> (count - 1 - i)) & 1) != 0 ? (byte)(target | mask) : (byte)(target & ~mask);
        }
    }

    private bool Fits()
    {
        var dataBits = (template.Length - CommandHeaderLength) * 8;
        return bitsPerDigit != 0
            && template[4] == template.Length - CommandHeaderLength
            && MinimumDigits <= MaximumDigits
            && MaximumDigits is > 0 and <= 16
            && MaximumDigits * bitsPerDigit <= blockBits
            && pinPosition + blockBits <= dataBits
            && (lengthBits == 0 || (MaximumDigits < 1 << lengthBits && lengthPosition + lengthBits <= dataBits));
    }
}
