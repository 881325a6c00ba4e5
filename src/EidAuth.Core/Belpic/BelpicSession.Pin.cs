using System.Security.Cryptography;
using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <content>The PIN itself: checked or changed, never kept. Each call is one transaction and ends in LOG OFF.</content>
public sealed partial class BelpicSession
{
    // What the card last said of a wrong PIN. Cards of 1.1 and older tell their tries at no other time: there the first try of a session may be the last.
    private int? triesTold;

    private static ReadOnlySpan<byte> ChangeTemplate =>
    [
        0x00, 0x24, 0x00, 0x01, 0x10,
        0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
    ];

    /// <summary>
    /// PIN tries left, asked without costing one: GET CARD DATA on 1.8, empty VERIFY on 1.7. Older cards tell only after a wrong PIN: null until then, and the
    /// person is to be warned that the next try may be the last; from then on what the card said.
    /// </summary>
    public int? ReadTriesLeft()
    {
        using (handle.BeginTransaction())
        {
            return AskTriesLeft();
        }
    }

    /// <summary>VERIFY and LOG OFF: tells whether the PIN is right, and opens nothing.</summary>
    /// <param name="pin">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="triesShown">The tries left that the person was told, null for nothing; the last is spent only on one who was told of it.</param>
    /// <exception cref="CardException">Removed or Reset since the session was opened, and the PIN was then not sent; Protocol; or a fault of the road.</exception>
    public PinResult VerifyPin(ReadOnlySpan<byte> pin, int? triesShown = null)
    {
        Span<byte> block = stackalloc byte[PinBlock.Length];
        try
        {
            return PinBlock.TryWrite(pin, block) ? Present(PinCommand.Verify, block, null, triesShown, CancellationToken.None) : new PinResult.PinLength();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    /// <summary>The same with the PIN typed on the reader's keypad; blocks until the reader answers (its own time-out is 30 s).</summary>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    /// <param name="triesShown">As above.</param>
    /// <param name="cancellation">Withdraws the question where the reader allows that; elsewhere the reader's own time-out ends it.</param>
    /// <exception cref="CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader has no keypad.</exception>
    public PinResult VerifyPinOnPinPad(string language, int? triesShown = null, CancellationToken cancellation = default) =>
        HasPinPad
            ? Present(PinCommand.Verify, [], LanguageOf(language), triesShown, cancellation)
            : throw new InvalidOperationException("The reader has no keypad; HasPinPad says so.");

    /// <summary>CHANGE REFERENCE DATA and LOG OFF. An exception means that the old PIN stands: where that cannot be known, the result says so.</summary>
    /// <param name="current">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    /// <param name="replacement">The same.</param>
    /// <param name="triesShown">As above.</param>
    /// <exception cref="CardException">As above.</exception>
    public PinResult ChangePin(ReadOnlySpan<byte> current, ReadOnlySpan<byte> replacement, int? triesShown = null)
    {
        Span<byte> blocks = stackalloc byte[2 * PinBlock.Length];
        try
        {
            return PinBlock.TryWrite(current, blocks) && PinBlock.TryWrite(replacement, blocks[PinBlock.Length..])
                ? Present(PinCommand.Change, blocks, null, triesShown, CancellationToken.None)
                : new PinResult.PinLength();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(blocks);
        }
    }

    /// <summary>True when the reader's keypad can also change a PIN.</summary>
    public bool CanChangePinOnPinPad => pinPad is { CanModify: true };

    /// <summary>The same, all three PINs typed on the reader's keypad.</summary>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    /// <param name="triesShown">As above.</param>
    /// <param name="cancellation">As above.</param>
    /// <exception cref="CardException">As above.</exception>
    /// <exception cref="InvalidOperationException">The reader's keypad cannot change a PIN.</exception>
    public PinResult ChangePinOnPinPad(string language, int? triesShown = null, CancellationToken cancellation = default) =>
        CanChangePinOnPinPad
            ? Present(PinCommand.Change, [], LanguageOf(language), triesShown, cancellation)
            : throw new InvalidOperationException("The reader's keypad cannot change a PIN; CanChangePinOnPinPad says so.");

    // The PINs come as blocks, or from the keypad when a language is given.
    private PinResult Present(PinCommand command, ReadOnlySpan<byte> blocks, PinPadLanguage? keypad, int? triesShown, CancellationToken cancellation)
    {
        using (handle.BeginTransaction())
        {
            // Nothing was asked of the card since the person began to type: what gets the PIN must be our applet on our chip.
            var now = ReadDataOfThisChip();

            // No transaction was open then: another program may have used up tries, and the last one is not spent unasked.
            switch (now.TriesLeft ?? AskTriesLeft())
            {
                case 0:
                    return new PinResult.Blocked();
                case 1 when triesShown is null or > 1:
                    return new PinResult.FewerTries(1);
            }

            loggedOff = false;
            try
            {
                var statusWord = keypad is { } language ? AskOnPinPad(command, language, cancellation)
                    : command == PinCommand.Verify ? card.Verify(blocks)
                    : card.ChangeReferenceData(blocks);
                return Outcome(command, statusWord, keypad is not null);
            }
            catch (CardException exception) when (command == PinCommand.Change && (keypad is null || !IsReadersRefusal(exception.StatusWord)))
            {
                // The command was on its way, or a keypad had it: a card that left or said something else may have taken the new PIN first.
                return new PinResult.ChangeUnknown(exception.Fault);
            }
            finally
            {
                // CHANGE REFERENCE DATA opens what VERIFY does.
                LogOff();
            }
        }
    }

    private StatusWord AskOnPinPad(PinCommand command, PinPadLanguage language, CancellationToken cancellation) =>
        command == PinCommand.Verify ? pinPad!.Verify(language, VerifyTemplate, cancellation) : pinPad!.Modify(language, ChangeTemplate, cancellation);

    // 6403 and 6B80 of a keypad: it sent the card nothing.
    private static bool IsReadersRefusal(StatusWord? statusWord) => statusWord is { Value: 0x6403 or 0x6B80 };

    private PinResult Outcome(PinCommand command, StatusWord statusWord, bool byKeypad)
    {
        triesTold = statusWord.RetriesLeft ?? (statusWord == StatusWord.Success ? null : triesTold);
        return statusWord switch
        {
            { Value: 0x9000 } => new PinResult.Done(),
            { RetriesLeft: > 0 and var left } => new PinResult.WrongPin(left),
            { RetriesLeft: 0 } or { Value: 0x6983 } => new PinResult.Blocked(),
            { Value: 0x6400 } when byKeypad => new PinResult.PinPadTimedOut(),
            { Value: 0x6401 } when byKeypad => new PinResult.PinPadCancelled(),
            { Value: 0x6402 } when byKeypad && command == PinCommand.Change => new PinResult.NewPinsDiffer(),
            { Value: 0x6403 } when byKeypad => new PinResult.PinLength(),
            { Value: 0x6A80 or 0x6700 } when command == PinCommand.Change => new PinResult.NewPinRefused(),
            _ => throw new CardException(CardFault.Protocol, $"{(command == PinCommand.Verify ? "VERIFY" : "CHANGE REFERENCE DATA")} was answered with {statusWord}.", statusWord),
        };
    }

    // A card that a driver swapped silently gets no PIN.
    private CardData ReadDataOfThisChip()
    {
        var now = card.ReadCardData(since18: data.Applet == AppletVersion.V18);
        return now.ChipNumber.Span.SequenceEqual(data.ChipNumber.Span)
            ? now
            : throw new CardException(CardFault.Removed, "Another card took the place of the one that was opened.");
    }

    private int? AskTriesLeft() => card.ReadTriesLeft(data.Applet) ?? triesTold;
}
