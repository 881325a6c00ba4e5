using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>A keypad behind SCardControl, each feature with a control code of the reader's choice (PC/SC part 10 §2.2).</summary>
internal sealed class ControlPinPadPort : IPinPadPort
{
    private readonly ICardHandle handle;
    private readonly Dictionary<PinPadFeature, uint> codes;

    private ControlPinPadPort(ICardHandle handle, Dictionary<PinPadFeature, uint> codes) => (this.handle, this.codes) = (handle, codes);

    /// <summary>GET FEATURE REQUEST; null when the reader has no features.</summary>
    public static ControlPinPadPort? Discover(ICardHandle handle)
    {
        Span<byte> features = stackalloc byte[256];
        int length;
        try
        {
            length = handle.Control(ControlCode.GetFeatureRequest, [], features);
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (CardException e) when (e.Fault == CardFault.Removed)
        {
            // Drivers without features answer "not transacted" too. If the card is really gone, the next command says so.
            return null;
        }

        return new ControlPinPadPort(handle, Parse(features[..Math.Clamp(length, 0, features.Length)]));
    }

    public bool Offers(PinPadFeature feature) => codes.ContainsKey(feature);

    public int Run(PinPadFeature feature, ReadOnlySpan<byte> input, Span<byte> output)
    {
        try
        {
            return Math.Clamp(handle.Control(codes[feature], input, output), 0, output.Length);
        }
        catch (NotSupportedException)
        {
            throw new CardException(CardFault.Protocol, "The reader's keypad does not do what it offers.");
        }
    }

    public byte? KeyIn(ReadOnlySpan<byte> answer) => answer.Length == 1 ? answer[0] : null;

    // Tag, length 4, control code big-endian. Other lengths are skipped; a cut entry ends the list.
    private static Dictionary<PinPadFeature, uint> Parse(ReadOnlySpan<byte> features)
    {
        var codes = new Dictionary<PinPadFeature, uint>();
        while (features.Length >= 2 && features.Length >= 2 + features[1])
        {
            if (features[1] == 4)
            {
                codes[(PinPadFeature)features[0]] = BinaryPrimitives.ReadUInt32BigEndian(features[2..]);
            }

            features = features[(2 + features[1])..];
        }

        return codes;
    }
}
