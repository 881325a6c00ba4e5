using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>A reader's own keypad (PC/SC part 10): the PIN goes from its keys to the card and never into this program.</summary>
internal sealed class PinPad
{
    // Nobody types too few digits this often; a reader that refuses whatever is typed would be asked for ever.
    private const int MostLengthRefusals = 5;

    private const int LongestAnswer = 258;

    private static readonly StatusWord TimedOut = new(0x6400);
    private static readonly StatusWord Cancelled = new(0x6401);
    private static readonly StatusWord WrongLength = new(0x6403);

    private readonly IPinPadPort port;
    private readonly TimeProvider clock;
    private readonly byte formatString;
    private int lengthRefusals;

    private PinPad(IPinPadPort port, byte formatString, TimeProvider clock) => (this.port, this.formatString, this.clock) = (port, formatString, clock);

    /// <summary>It can ask for an old and a new PIN too.</summary>
    public bool CanModify => PinPadOperation.Modify.IsOfferedBy(port);

    /// <summary>Asks the reader for its features; null when it has no keypad that can verify a PIN.</summary>
    public static PinPad? Discover(ICardHandle handle, TimeProvider clock)
    {
        if (PinPadReader.IsLeftAlone(handle.Reader))
        {
            return null;
        }

        IPinPadPort? port = ControlPinPadPort.Discover(handle);
        if (port is null || !PinPadOperation.Verify.IsOfferedBy(port))
        {
            port = PpduPinPadPort.Discover(handle);
        }

        return port is not null && PinPadOperation.Verify.IsOfferedBy(port) ? new PinPad(port, PinPadReader.FormatString(handle), clock) : null;
    }

    /// <summary>
    /// Lets the person type the PIN and sends the command with it. Blocks until the reader answers. Returns the card's status word, or the reader's:
    /// 6400 nothing typed in time, 6401 cancelled, 6403 wrong number of digits, 6B80 structure not understood.
    /// </summary>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">VERIFY with an empty PIN block.</param>
    /// <param name="cancellation">Withdraws the question where the reader allows that.</param>
    public StatusWord Verify(PinPadLanguage language, ReadOnlySpan<byte> command, CancellationToken cancellation = default)
    {
        Span<byte> structure = stackalloc byte[PinVerifyStructure.LengthFor(command.Length)];
        PinVerifyStructure.Write(formatString, language, command, structure);
        return Ask(PinPadOperation.Verify, structure, cancellation);
    }

    /// <summary>The same for an old PIN and, twice, a new one; the reader also answers 6402 when the new ones differ.</summary>
    /// <param name="language">For the reader's display.</param>
    /// <param name="command">CHANGE REFERENCE DATA with two empty PIN blocks.</param>
    /// <param name="cancellation">As above.</param>
    public StatusWord Modify(PinPadLanguage language, ReadOnlySpan<byte> command, CancellationToken cancellation = default)
    {
        Span<byte> structure = stackalloc byte[PinModifyStructure.LengthFor(command.Length)];
        PinModifyStructure.Write(formatString, language, command, structure);
        return Ask(PinPadOperation.Modify, structure, cancellation);
    }

    private StatusWord Ask(PinPadOperation operation, ReadOnlySpan<byte> structure, CancellationToken cancellation)
    {
        StatusWord statusWord;
        try
        {
            statusWord = cancellation.IsCancellationRequested ? Cancelled
                : port.Offers(operation.Direct) && !CanBeWithdrawn(operation) ? RunToStatus(operation.Direct, structure)
                : InTwoSteps(operation, structure, cancellation);
        }
        catch (CardException e) when (e.Fault == CardFault.Timeout)
        {
            statusWord = TimedOut;
        }
        catch (CardException e) when (e.Fault == CardFault.Cancelled)
        {
            statusWord = Cancelled;
        }

        lengthRefusals = statusWord == WrongLength ? lengthRefusals + 1 : 0;
        return lengthRefusals < MostLengthRefusals
            ? statusWord
            : throw new CardException(CardFault.Protocol, "The reader's keypad refuses the length of every PIN.", statusWord);
    }

    // A direct question lasts until the reader's own time-out: SCardCancel reaches no SCardControl. Where the reader can be asked which keys were pressed
    // and told to stop, the two steps are taken instead.
    private bool CanBeWithdrawn(PinPadOperation operation) =>
        operation.InTwoStepsBy(port) && port.Offers(PinPadFeature.GetKeyPressed) && port.Offers(PinPadFeature.Abort);

    private StatusWord InTwoSteps(PinPadOperation operation, ReadOnlySpan<byte> structure, CancellationToken cancellation)
    {
        Span<byte> answer = stackalloc byte[LongestAnswer];
        var length = port.Run(operation.Start, structure, answer);
        if (ResponseApdu.TryParse(answer[..length], out var refused) && !refused.IsSuccess)
        {
            return refused.StatusWord;
        }

        if (port.Offers(PinPadFeature.GetKeyPressed) && !new PinPadKeys(port, clock).Watch(operation.Entries, cancellation) && port.Offers(PinPadFeature.Abort))
        {
            port.Run(PinPadFeature.Abort, [], answer);
        }

        // Also after an abort: only this tells whether the last key was faster, and the card's answer counts then.
        return RunToStatus(operation.Finish, []);
    }

    private StatusWord RunToStatus(PinPadFeature feature, ReadOnlySpan<byte> structure)
    {
        Span<byte> answer = stackalloc byte[LongestAnswer];
        return ResponseApdu.TryParse(answer[..port.Run(feature, structure, answer)], out var response)
            ? response.StatusWord
            : throw new CardException(CardFault.Protocol, "The reader's keypad answered without a status word.");
    }
}
