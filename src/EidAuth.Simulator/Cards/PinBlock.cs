namespace EidAuth.Simulator.Cards;

/// <summary>PIN blocks as the card stores and compares them: 2L, digits in BCD from the left, F to the end; 8 bytes.</summary>
internal static class PinBlock
{
    public const int Length = 8;

    public static bool Fits(ReadOnlySpan<char> digits) => digits.Length is >= 4 and <= 12 && !digits.ContainsAnyExceptInRange('0', '9');

    /// <exception cref="ArgumentException">Not 4 to 12 digits.</exception>
    public static byte[] Of(ReadOnlySpan<char> digits)
    {
        if (!Fits(digits))
        {
            throw new ArgumentException("A PIN has 4 to 12 digits.", nameof(digits));
        }

        var block = new byte[Length];
        block.AsSpan().Fill(0xFF);
        block[0] = (byte)(0x20 | digits.Length);
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[i] - '0';
            block[1 + (i / 2)] = (byte)(i % 2 == 0 ? (digit << 4) | 0x0F : (block[1 + (i / 2)] & 0xF0) | digit);
        }

        return block;
    }

    public static bool IsWellFormed(ReadOnlySpan<byte> block)
    {
        if (block.Length != Length || block[0] is < 0x24 or > 0x2C)
        {
            return false;
        }

        for (var i = 0; i < 2 * (Length - 1); i++)
        {
            var nibble = i % 2 == 0 ? block[1 + (i / 2)] >> 4 : block[1 + (i / 2)] & 0x0F;
            if (i < (block[0] & 0x0F) ? nibble > 9 : nibble != 0x0F)
            {
                return false;
            }
        }

        return true;
    }
}
