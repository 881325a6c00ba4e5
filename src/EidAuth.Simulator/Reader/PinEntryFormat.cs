namespace EidAuth.Simulator.Reader;

/// <summary>
/// What PIN_VERIFY_STRUCTURE and PIN_MODIFY_STRUCTURE begin with (PC/SC part 10 §2.5.2, §2.5.3): how long to wait, how many digits, and how they are written.
/// Positions count from the first data byte after Lc.
/// </summary>
internal sealed class PinEntryFormat
{
    /// <summary>bTimerOut, bTimerOut2, bmFormatString, bmPINBlockString, bmPINLengthFormat.</summary>
    public const int Length = 5;

    private const byte Bcd = 0x01;
    private const byte Ascii = 0x02;

    private readonly int pinPosition;
    private readonly bool rightJustified;
    private readonly int bitsPerDigit;
    private readonly int blockBits;
    private readonly int lengthPosition;
    private readonly int lengthBits;
    private readonly bool hasReservedBits;

    /// <param name="raw">The first <see cref="Length"/> bytes of the structure.</param>
    /// <param name="maximumDigits">wPINMaxExtraDigit, first byte.</param>
    /// <param name="minimumDigits">wPINMaxExtraDigit, second byte.</param>
    public PinEntryFormat(ReadOnlySpan<byte> raw, byte maximumDigits, byte minimumDigits)
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
        hasReservedBits = (raw[4] & 0xE0) != 0;
        (MaximumDigits, MinimumDigits) = (maximumDigits, minimumDigits);
    }

    /// <summary>bTimerOut: how long the first key may take.</summary>
    public TimeSpan FirstKeyWithin { get; }

    /// <summary>bTimerOut2: how long the rest may take, from the first key.</summary>
    public TimeSpan OkWithin { get; }

    public int MinimumDigits { get; }

    public int MaximumDigits { get; }

    /// <summary>Everything asked for can be done, in that many bytes of data from the block's place on.</summary>
    public bool Fits(int bytes)
    {
        var bits = bytes * 8;
        return !hasReservedBits
            && bitsPerDigit != 0
            && MinimumDigits <= MaximumDigits
            && MaximumDigits is > 0 and <= 16
            && MaximumDigits * bitsPerDigit <= blockBits
            && pinPosition + blockBits <= bits
            && (lengthBits == 0 || (MaximumDigits < 1 << lengthBits && lengthPosition + lengthBits <= bits));
    }

    /// <summary>Writes digits and length; what they do not cover keeps the padding that is there.</summary>
    /// <param name="digits">Values 0 to 9.</param>
    /// <param name="block">From the block's place on.</param>
    public void Write(ReadOnlySpan<byte> digits, Span<byte> block)
    {
        var at = rightJustified ? pinPosition + blockBits - (digits.Length * bitsPerDigit) : pinPosition;
        foreach (var digit in digits)
        {
            WriteBits(block, at, bitsPerDigit, bitsPerDigit == 8 ? digit + '0' : digit);
            at += bitsPerDigit;
        }

        WriteBits(block, lengthPosition, lengthBits, digits.Length);
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
}
