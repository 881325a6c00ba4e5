namespace EidAgent.Prompts;

/// <summary>A prompt that is looked for when the first PIN is asked: a start that a website waits for does not look through the PATH.</summary>
internal sealed class LatePrompt(Func<IPinPrompt> find) : IPinPrompt
{
    private readonly Lazy<IPinPrompt> found = new(find);

    /// <inheritdoc/>
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) => found.Value.AskAsync(question, cancellation);
}
