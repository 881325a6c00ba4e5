using System.Collections.Concurrent;
using EidAgent.Prompts;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A person who types their PIN into any window that opens, whatever it says.</summary>
internal sealed class TypingPrompt : IPinPrompt
{
    /// <summary>What the windows said.</summary>
    public ConcurrentQueue<PinQuestion> Asked { get; } = new();

    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        Asked.Enqueue(question);
        return Task.FromResult(PinEntry.Of("1234"u8.ToArray()));
    }
}
