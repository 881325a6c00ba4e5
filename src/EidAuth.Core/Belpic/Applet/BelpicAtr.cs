namespace EidAuth.Belpic;

/// <summary>Recognises a Belgian eID card by its answer to reset. 1.1 and 1.7 share theirs; the chip maker's bytes of the first generations are left free.</summary>
public static class BelpicAtr
{
    private static ReadOnlySpan<byte> Until17 => [0x3B, 0x98, 0x00, 0x40, 0x00, 0x00, 0x00, 0x00, 0x01, 0x01, 0xAD, 0x13, 0x10];

    private static ReadOnlySpan<byte> Until17Mask => [0xFF, 0xFF, 0x00, 0xFF, 0x00, 0x00, 0x00, 0x00, 0xFF, 0xFF, 0xFF, 0xFF, 0xF0];

    private static ReadOnlySpan<byte> Since18 =>
        [0x3B, 0x7F, 0x96, 0x00, 0x00, 0x80, 0x31, 0x80, 0x65, 0xB0, 0x85, 0x04, 0x01, 0x20, 0x12, 0x0F, 0xFF, 0x82, 0x90, 0x00];

    /// <summary>True for that of 1.8, which no other generation has.</summary>
    internal static bool IsSince18(ReadOnlySpan<byte> atr) => atr.SequenceEqual(Since18);

    /// <summary>True for the answer to reset of any generation of the card.</summary>
    public static bool Matches(ReadOnlySpan<byte> atr)
    {
        if (atr.Length != Until17.Length)
        {
            return IsSince18(atr);
        }

        for (var i = 0; i < atr.Length; i++)
        {
            if ((atr[i] & Until17Mask[i]) != Until17[i])
            {
                return false;
            }
        }

        return true;
    }
}
