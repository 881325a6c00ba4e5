namespace EidAuth.Belpic;

/// <summary>The PIN as VERIFY carries it: 8 bytes, 2L, the digits in BCD, filled with F.</summary>
internal static class PinBlock
{
    public const int Length = 8;

    public const int FewestDigits = 4;

    public const int MostDigits = 12;

    /// <summary>Writes the block; false, with nothing written, when these are not 4 to 12 ASCII digits.</summary>
    public static bool TryWrite(ReadOnlySpan<byte> digits, Span<byte> block)
    {
        if (digits.Length is < FewestDigits or > MostDigits || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        block[..Length].Fill(0xFF);
        block[0] = (byte)(0x20 | digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            ref var pair = ref block[1 + i / 2];
            pair = (byte)(i % 2 == 0 ? (digit << 4) | 0x0F : (pair & 0xF0) | digit);
        }

        return true;
    }
}
