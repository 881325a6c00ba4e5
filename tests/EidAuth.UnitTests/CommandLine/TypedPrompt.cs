using System.Text;
using EidAgent.Prompts;

namespace EidAuth.UnitTests.CommandLine;

/// <summary>A person who types these entries one after the other, and cancels when there are none left.</summary>
internal sealed class TypedPrompt(params string[] entries) : IPinPrompt
{
    private readonly Queue<string> left = new(entries);

    internal List<PinQuestion> Asked { get; } = [];

    internal PinEntryOutcome Otherwise { get; init; } = PinEntryOutcome.Cancelled;

    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation)
    {
        Asked.Add(question);
        return Task.FromResult(left.TryDequeue(out var digits) ? PinEntry.Of(Encoding.ASCII.GetBytes(digits)) : PinEntry.None(Otherwise));
    }
}
