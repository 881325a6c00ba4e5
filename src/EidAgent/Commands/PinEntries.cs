using EidAgent.Prompts;

namespace EidAgent.Commands;

/// <summary>The PINs a person types for one command. The new one is typed twice, and kept, zeroed at the end, while a wrong current one is asked again.</summary>
internal sealed class PinEntries(IPinPrompt prompt, string language) : IDisposable
{
    // Nobody mistypes five times on purpose.
    private const int MostRounds = 5;

    private PinEntry? replacement;

    /// <summary>The PIN before was wrong.</summary>
    public bool WasWrong { get; set; }

    /// <summary>How the last question ended.</summary>
    public PinEntryOutcome Outcome { get; private set; }

    /// <summary>The new PIN, once it was typed twice.</summary>
    public ReadOnlySpan<byte> Replacement => replacement is null ? [] : replacement.Digits;

    /// <summary>Asks for the card's PIN; null when there is none.</summary>
    public Task<PinEntry?> AskAsync(PinPurpose purpose, int? triesLeft, CancellationToken cancellation) => AskAsync(purpose, triesLeft, WasWrong, cancellation);

    /// <summary>Asks for the new PIN twice, unless it is known; false when there is none.</summary>
    public async Task<bool> AskNewAsync(CancellationToken cancellation)
    {
        for (var round = 0; replacement is null && round < MostRounds; round++)
        {
            var first = await AskAsync(PinPurpose.New, null, wasWrong: round > 0, cancellation);
            if (first is null)
            {
                return false;
            }

            using var second = await AskAsync(PinPurpose.NewAgain, null, wasWrong: false, cancellation);
            if (second is not null && first.Digits.SequenceEqual(second.Digits))
            {
                replacement = first;
                return true;
            }

            first.Dispose();
            if (second is null)
            {
                return false;
            }
        }

        return replacement is not null;
    }

    public void Dispose() => replacement?.Dispose();

    private async Task<PinEntry?> AskAsync(PinPurpose purpose, int? triesLeft, bool wasWrong, CancellationToken cancellation)
    {
        var entry = await prompt.AskAsync(new PinQuestion(null, language, triesLeft, wasWrong) { Purpose = purpose }, cancellation);
        Outcome = entry.Outcome;
        if (entry.Outcome == PinEntryOutcome.Entered)
        {
            return entry;
        }

        entry.Dispose();
        return null;
    }
}
