namespace EidAgent.Prompts;

/// <summary>No window and no terminal here: only a reader with a keypad can take a PIN.</summary>
internal sealed class UnavailablePrompt : IPinPrompt
{
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) => Task.FromResult(PinEntry.None(PinEntryOutcome.Unavailable));
}
