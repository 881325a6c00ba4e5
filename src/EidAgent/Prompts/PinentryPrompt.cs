using System.Globalization;
using System.Security.Cryptography;

namespace EidAgent.Prompts;

/// <summary>
/// Asks through a pinentry program: the small window (or curses screen) that GnuPG users know, driven over Assuan. A pinentry that does not answer as it
/// should before it shows the question is the same as none: <see cref="PinEntryOutcome.Unavailable"/>. One that breaks while it asks is <see cref="PinEntryOutcome.Lost"/>.
/// </summary>
internal sealed class PinentryPrompt(PinentryProgram program, TimeProvider clock, PromptTimes? times = null) : IPinPrompt
{
    /// <summary>The texts are UTF-8 whatever the system's language is.</summary>
    internal const string Locale = "C.UTF-8";

    // Nobody mistypes five times on purpose; a program that answers nonsense would otherwise be asked for ever.
    private const int MostRounds = 5;
    private const int MostBytesTyped = 64;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PromptTimes times = times ?? PromptTimes.Default;

    /// <summary>The program that is asked.</summary>
    public PinentryProgram Program => program;

    /// <inheritdoc/>
    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return PinEntry.None(PinEntryOutcome.Cancelled);
        }

        await using var pinentry = PinentryProcess.Start(program, clock);
        if (pinentry is null)
        {
            return PinEntry.None(PinEntryOutcome.Unavailable);
        }

        try
        {
            return await PrepareAsync(pinentry.Connection, question, cancellation)
                ? await AskRoundsAsync(pinentry, question, cancellation)
                : PinEntry.None(PinEntryOutcome.Unavailable);
        }
        catch (OperationCanceledException)
        {
            return PinEntry.None(PinEntryOutcome.Cancelled);
        }
    }

    // False: no pinentry, or one that would not show which site asks.
    private async Task<bool> PrepareAsync(AssuanConnection connection, PinQuestion question, CancellationToken cancellation)
    {
        var texts = PinPromptTexts.In(question.Language);
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            if (!(await connection.GreetingAsync(either.Token)).IsOk
                || await FlavorAsync(connection, either.Token) is not { } flavor
                || (flavor.HasNoDisplay && program.Terminal is null))
            {
                return false;
            }

            foreach (var optional in Settings(texts, flavor))
            {
                // An older pinentry may not know an option: only silence or nonsense ends it here.
                if ((await connection.SendAsync(optional, either.Token)).Kind == AssuanLineKind.Garbled)
                {
                    return false;
                }
            }

            return (await connection.SendAsync($"SETDESC {AssuanText.Escape(PinWording.Describe(question, program.Terminal is null ? PinWording.WindowLine : PinWording.TerminalLine))}", either.Token)).IsOk;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    // Null: nonsense. An old pinentry may not know the question; then its flavour has no name.
    private static async Task<PinentryFlavor?> FlavorAsync(AssuanConnection connection, CancellationToken cancellation)
    {
        var name = new byte[PinentryFlavor.MaximumLength];
        var reply = await connection.SendAsync("GETINFO flavor", name, cancellation);
        return reply.Kind == AssuanLineKind.Garbled ? null : PinentryFlavor.Of(name.AsSpan(0, Math.Max(0, reply.DataLength)));
    }

    private IEnumerable<string> Settings(PinPromptTexts texts, PinentryFlavor flavor)
    {
        if (program.Terminal is { } terminal)
        {
            yield return $"OPTION ttyname={AssuanText.Escape(terminal)}";
            yield return $"OPTION ttytype={AssuanText.Escape(program.TerminalType ?? "vt100")}";
        }

        if (program.Display is { } display)
        {
            yield return $"OPTION display={AssuanText.Escape(display)}";
        }

        yield return $"OPTION lc-ctype={Locale}";
        yield return "OPTION grab";
        yield return $"OPTION default-tt-visi={AssuanText.Escape(texts.ShowPin)}";
        yield return $"OPTION default-tt-hide={AssuanText.Escape(texts.HidePin)}";
        yield return $"OPTION default-capshint={AssuanText.Escape(texts.CapsLock)}";
        yield return $"SETTIMEOUT {(flavor.StopsTheClockForTyping ? (int)times.Untouched.TotalSeconds : 0).ToString(CultureInfo.InvariantCulture)}";
        yield return $"SETTITLE {AssuanText.Escape(texts.Title)}";
        yield return $"SETPROMPT {AssuanText.Escape(texts.Prompt)}";
        yield return $"SETOK {AssuanText.Escape(texts.Ok)}";
        yield return $"SETCANCEL {AssuanText.Escape(texts.Cancel)}";
    }

    private async Task<PinEntry> AskRoundsAsync(PinentryProcess pinentry, PinQuestion question, CancellationToken cancellation)
    {
        var texts = PinPromptTexts.In(question.Language);
        var error = PinWording.Error(question);

        // The program keeps the time until the first key; this is for one that hangs, or that somebody left with half a PIN in it.
        using var overdue = new CancellationTokenSource(times.AtMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(overdue.Token, pinentry.Gone, cancellation);
        try
        {
            for (var round = 0; round < MostRounds; round++)
            {
                if (error is not null && !(await pinentry.Connection.SendAsync($"SETERROR {AssuanText.Escape(error)}", either.Token)).IsOk)
                {
                    return PinEntry.None(round == 0 ? PinEntryOutcome.Unavailable : PinEntryOutcome.Lost);
                }

                if (await AskOnceAsync(pinentry.Connection, either.Token) is { } entry)
                {
                    await pinentry.LeaveAsync();
                    return entry;
                }

                error = texts.NotAPin;
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return PinEntry.None(overdue.IsCancellationRequested ? PinEntryOutcome.TimedOut : PinEntryOutcome.Lost);
        }

        return PinEntry.None(PinEntryOutcome.Cancelled);
    }

    // Null: what was typed is no PIN.
    private static async Task<PinEntry?> AskOnceAsync(AssuanConnection connection, CancellationToken cancellation)
    {
        var typed = GC.AllocateArray<byte>(MostBytesTyped, pinned: true);
        try
        {
            var reply = await connection.SendAsync("GETPIN", typed, cancellation);
            if (!reply.IsOk)
            {
                return PinEntry.None(Outcome(reply));
            }

            if (reply.DataLength < 0 || !PinDigits.AreWellFormed(typed.AsSpan(0, reply.DataLength)))
            {
                return null;
            }

            var digits = GC.AllocateArray<byte>(reply.DataLength, pinned: true);
            typed.AsSpan(0, reply.DataLength).CopyTo(digits);
            return PinEntry.Of(digits);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(typed);
        }
    }

    private static PinEntryOutcome Outcome(AssuanReply reply) => reply switch
    {
        { Kind: AssuanLineKind.Error, Cause: 99 or 114 or 198 } => PinEntryOutcome.Cancelled,
        { Kind: AssuanLineKind.Error, Cause: 62 } => PinEntryOutcome.TimedOut,
        { Kind: AssuanLineKind.Error } => PinEntryOutcome.Unavailable,
        _ => PinEntryOutcome.Lost,
    };
}
