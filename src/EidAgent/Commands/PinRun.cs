using System.Globalization;
using EidAgent.Commands.Texts;
using EidAgent.Prompts;
using EidAuth.Belpic;
using EidAuth.Iso7816;

namespace EidAgent.Commands;

/// <summary>
/// One <c>pin verify</c> or <c>pin change</c>: tries left, PIN, card, and again after a wrong one until it is right, blocked, or the person stops.
/// </summary>
internal sealed class PinRun(CardOpening opening, IPinPrompt prompt, CommandTexts texts, string language)
{
    public bool IsChange { get; init; }

    public required LastTryConsent LastTry { get; init; }

    public async Task<int> RunAsync(TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        try
        {
            using var session = await opening.OpenAsync(cancellation);
            using var entry = new PinEntries(new WatchedPrompt(opening.Readers, session.Reader, prompt), language);
            var result = await RoundsAsync(session, entry, errors, cancellation);
            if (result == ExitCode.Done)
            {
                await output.WriteLineAsync(IsChange ? texts.PinChanged : texts.PinRight);
            }

            return result.Tell(texts, errors);
        }
        catch (CardException exception)
        {
            return exception.Tell(texts, errors);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Cancelled.Tell(texts, errors);
        }
    }

    private async Task<ExitCode> RoundsAsync(BelpicSession session, PinEntries entry, TextWriter errors, CancellationToken cancellation)
    {
        while (true)
        {
            var triesLeft = session.ReadTriesLeft();
            if (triesLeft == 0)
            {
                return ExitCode.PinBlocked;
            }

            if (!LastTry.Covers(triesLeft))
            {
                return ExitCode.Cancelled;
            }

            if (triesLeft > 1)
            {
                await errors.WriteLineAsync(string.Format(CultureInfo.InvariantCulture, texts.TriesLeft, triesLeft));
            }

            var result = UsesPinPad(session)
                ? OnPinPad(session, triesLeft, errors, cancellation)
                : await TypedAsync(session, entry, triesLeft, cancellation);
            if (result is null)
            {
                return entry.Outcome == PinEntryOutcome.Unavailable ? ExitCode.NoPinEntry : ExitCode.Cancelled;
            }

            if (Judge(result, errors) is { } end)
            {
                return end;
            }

            entry.WasWrong = result is PinResult.WrongPin;
        }
    }

    private bool UsesPinPad(BelpicSession session) => IsChange ? session.CanChangePinOnPinPad : session.HasPinPad;

    private PinResult OnPinPad(BelpicSession session, int? triesLeft, TextWriter errors, CancellationToken cancellation)
    {
        errors.WriteLine(IsChange ? texts.ChangeOnKeypad : texts.OnKeypad);
        return IsChange ? session.ChangePinOnPinPad(language, triesLeft ?? 1, cancellation) : session.VerifyPinOnPinPad(language, triesLeft ?? 1, cancellation);
    }

    // Null when there is no PIN; the entry says why.
    private async Task<PinResult?> TypedAsync(BelpicSession session, PinEntries entry, int? triesLeft, CancellationToken cancellation)
    {
        using var pin = await entry.AskAsync(IsChange ? PinPurpose.CurrentForChange : PinPurpose.Check, triesLeft, cancellation);
        if (pin is null || (IsChange && !await entry.AskNewAsync(cancellation)))
        {
            return null;
        }

        // A person who was told that this may be the last try was told of the last.
        return IsChange ? session.ChangePin(pin.Digits, entry.Replacement, triesLeft ?? 1) : session.VerifyPin(pin.Digits, triesLeft ?? 1);
    }

    // Null: once more.
    private static ExitCode? Ended(PinResult result) => result switch
    {
        PinResult.Done => ExitCode.Done,
        PinResult.Blocked => ExitCode.PinBlocked,
        PinResult.PinPadCancelled or PinResult.PinPadTimedOut => ExitCode.Cancelled,
        PinResult.NewPinsDiffer or PinResult.NewPinRefused => ExitCode.PinNotChanged,
        PinResult.ChangeUnknown => ExitCode.PinUnknown,
        _ => null,
    };

    private ExitCode? Judge(PinResult result, TextWriter errors)
    {
        var said = result switch
        {
            PinResult.WrongPin => texts.PinWrong,
            PinResult.PinLength => texts.PinLength,
            PinResult.NewPinsDiffer => texts.NewPinsDiffer,
            _ => null,
        };
        if (said is not null)
        {
            errors.WriteLine(said);
        }

        return Ended(result);
    }
}
