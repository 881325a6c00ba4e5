using System.Buffers.Binary;
using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>A reader's own keypad (PC/SC part 10): the PIN goes from its keys to the card and never into this program.</summary>
internal sealed class PinPad
{
    private const byte VerifyStart = 0x01;
    private const byte VerifyFinish = 0x02;
    private const byte VerifyDirect = 0x06;

    // Sends VERIFY without data to learn the tries left, which on the oldest cards uses one up.
    private const string EmptyVerifySender = "Gemplus GemPC Pinpad";

    private static readonly StatusWord TimedOut = new(0x6400);
    private static readonly StatusWord Cancelled = new(0x6401);

    private readonly ICardHandle handle;
    private readonly uint first;
    private readonly uint? second;

    private PinPad(ICardHandle handle, uint first, uint? second) => (this.handle, this.first, this.second) = (handle, first, second);

    /// <summary>Asks the reader for its features; null when it has no keypad that can verify a PIN.</summary>
    public static PinPad? Discover(ICardHandle handle)
    {
        if (handle.Reader.StartsWith(EmptyVerifySender, StringComparison.Ordinal))
        {
            return null;
        }

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

        return Choose(handle, features[..Math.Clamp(length, 0, features.Length)]);
    }

    /// <summary>
    /// Lets the person type the PIN and sends the command with it. Blocks until the reader answers. Returns the card's status word, or the reader's:
    /// 6400 nothing typed in time, 6401 cancelled, 6403 wrong number of digits, 6B80 structure not understood.
    /// </summary>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">VERIFY with an empty PIN block.</param>
    public StatusWord Verify(PinPadLanguage language, ReadOnlySpan<byte> command)
    {
        Span<byte> structure = stackalloc byte[PinVerifyStructure.LengthFor(command.Length)];
        PinVerifyStructure.Write(language, command, structure);
        Span<byte> answer = stackalloc byte[258];
        try
        {
            var length = handle.Control(first, structure, answer);
            if (second is { } finish)
            {
                length = handle.Control(finish, [], answer);
            }

            return ResponseApdu.TryParse(answer[..Math.Clamp(length, 0, answer.Length)], out var response)
                ? response.StatusWord
                : throw new CardException(CardFault.Protocol, "The reader's keypad answered without a status word.");
        }
        catch (CardException e) when (e.Fault == CardFault.Timeout)
        {
            return TimedOut;
        }
        catch (CardException e) when (e.Fault == CardFault.Cancelled)
        {
            return Cancelled;
        }
    }

    // Tag, length 4, control code big-endian (PC/SC part 10 §2.2). Other lengths are skipped; a cut entry ends the list.
    private static PinPad? Choose(ICardHandle handle, ReadOnlySpan<byte> features)
    {
        uint? start = null, finish = null, direct = null;
        while (features.Length >= 2 && features.Length >= 2 + features[1])
        {
            if (features[1] == 4)
            {
                var code = BinaryPrimitives.ReadUInt32BigEndian(features[2..]);
                switch (features[0])
                {
                    case VerifyStart: start = code; break;
                    case VerifyFinish: finish = code; break;
                    case VerifyDirect: direct = code; break;
                }
            }

            features = features[(2 + features[1])..];
        }

        return direct is { } one ? new PinPad(handle, one, null)
            : start is { } begin && finish is not null ? new PinPad(handle, begin, finish)
            : null;
    }
}
