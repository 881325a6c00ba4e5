namespace EidAgent.Prompts;

/// <summary>
/// Several places where a PIN could be typed, best first. The question itself is the probe: a place that cannot show it says so before anybody has typed, and the next one is asked.
/// The one that worked is asked first the next time.
/// </summary>
internal sealed class FirstWorkingPrompt(IReadOnlyList<IPinPrompt> places) : IPinPrompt
{
    private int worked;

    /// <summary>The places, in the order of their first use.</summary>
    public IReadOnlyList<IPinPrompt> Places => places;

    /// <inheritdoc/>
    public async Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        var first = Volatile.Read(ref worked);
        for (var turn = 0; turn < places.Count; turn++)
        {
            var at = (first + turn) % places.Count;
            var entry = await places[at].AskAsync(question, cancellation);
            if (entry.Outcome != PinEntryOutcome.Unavailable)
            {
                Volatile.Write(ref worked, at);
                return entry;
            }

            entry.Dispose();
        }

        return PinEntry.None(cancellation.IsCancellationRequested ? PinEntryOutcome.Cancelled : PinEntryOutcome.Unavailable);
    }
}
