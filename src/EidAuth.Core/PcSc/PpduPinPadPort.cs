using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>
/// A keypad whose driver passes no controls on: pseudo-APDUs <c>FF C2 01 tag</c> through SCardTransmit, which the reader answers itself (PC/SC part 10
/// supplement). Any other reader would hand them to the card, so only readers known by name are asked.
/// </summary>
internal sealed class PpduPinPadPort : IPinPadPort
{
    private const int HeaderLength = 5;
    private const int StatusLength = 2;
    private const int LongestAnswer = 258;

    private readonly ICardHandle handle;
    private readonly byte[] features;

    private PpduPinPadPort(ICardHandle handle, byte[] features) => (this.handle, this.features) = (handle, features);

    /// <summary>Asks a reader of the list for its features, one byte each; null for any other reader, or when it has none.</summary>
    public static PpduPinPadPort? Discover(ICardHandle handle)
    {
        if (!PinPadReader.TakesPseudoApdus(handle.Reader))
        {
            return null;
        }

        Span<byte> answer = stackalloc byte[LongestAnswer];
        var length = Math.Clamp(handle.Transmit([0xFF, 0xC2, 0x01, 0x00, 0x00], answer), 0, answer.Length);
        return ResponseApdu.TryParse(answer[..length], out var response) && response.IsSuccess
            ? new PpduPinPadPort(handle, response.Data.ToArray())
            : null;
    }

    public bool Offers(PinPadFeature feature) => features.AsSpan().Contains((byte)feature);

    public int Run(PinPadFeature feature, ReadOnlySpan<byte> input, Span<byte> output)
    {
        // The structure holds no PIN, only where one is to go.
        Span<byte> command = stackalloc byte[HeaderLength + input.Length];
        ReadOnlySpan<byte> header = [0xFF, 0xC2, 0x01, (byte)feature, (byte)input.Length];
        header.CopyTo(command);
        input.CopyTo(command[HeaderLength..]);
        return Math.Clamp(handle.Transmit(command, output), 0, output.Length);
    }

    public byte? KeyIn(ReadOnlySpan<byte> answer) => answer is [var key, 0x90, 0x00] && answer.Length == 1 + StatusLength ? key : null;
}
