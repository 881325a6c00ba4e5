namespace EidAuth.Belpic;

/// <summary>What GET CARD DATA answers: 28 bytes, of which the chip number (0 to 15) and the applet version (21) matter here; on 1.8, where asked for, the PIN tries left.</summary>
internal sealed class CardData
{
    public const int Length = 28;

    /// <summary>With P2 = 01, 1.8 only: tries left, FF, FF.</summary>
    public const int ExtendedLength = Length + 3;

    private const int ChipNumberLength = 16;
    private const int AppletOffset = 21;
    private const int MostTries = 3;

    private CardData(byte[] chipNumber, AppletVersion applet, int? triesLeft) => (ChipNumber, Applet, TriesLeft) = (chipNumber, applet, triesLeft);

    public byte[] ChipNumber { get; }

    public AppletVersion Applet { get; }

    /// <summary>0 to 3, or null when the card did not say.</summary>
    public int? TriesLeft { get; }

    /// <summary>False when there are fewer bytes than any generation sends.</summary>
    public static bool TryParse(ReadOnlySpan<byte> raw, out CardData? data)
    {
        if (raw.Length < Length)
        {
            data = null;
            return false;
        }

        // 1.0 says 10, and what comes after 1.8 is used like 1.8: the algorithm follows the certificate's key, not this byte.
        var applet = raw[AppletOffset] switch
        {
            < 0x17 => AppletVersion.V11,
            0x17 => AppletVersion.V17,
            _ => AppletVersion.V18,
        };

        // FF: no PIN.
        int? triesLeft = raw.Length > Length && raw[Length] <= MostTries ? raw[Length] : null;
        data = new CardData(raw[..ChipNumberLength].ToArray(), applet, triesLeft);
        return true;
    }
}
