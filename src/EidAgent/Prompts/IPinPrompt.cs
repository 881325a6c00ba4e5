namespace EidAgent.Prompts;

/// <summary>A place of the agent's own where a person types a PIN (security rule 1): a window or a terminal, never a page.</summary>
public interface IPinPrompt
{
    /// <summary>
    /// Shows the question and waits. Returns a cancelled entry when the person cancels, when nothing can be shown, or when <paramref name="cancellation"/>
    /// fires (the window is then closed).
    /// </summary>
    Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation);
}
