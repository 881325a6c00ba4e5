namespace EidAuth.Belpic;

/// <summary>What GET CARD DATA answers: 28 bytes, of which the chip number (0 to 15) and the applet version (21) matter here.</summary>
internal sealed class CardData
{
    public const int Length = 28;

    private const int ChipNumberLength = 16;
    private const int AppletOffset = 21;

    private CardData(byte[] chipNumber, AppletVersion applet) => (ChipNumber, Applet) = (chipNumber, applet);

    public byte[] ChipNumber { get; }

    public AppletVersion Applet { get; }

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
        data = new CardData(raw[..ChipNumberLength].ToArray(), applet);
        return true;
    }
}
