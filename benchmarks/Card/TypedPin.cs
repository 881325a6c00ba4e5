using EidAgent.Prompts;

namespace EidAuth.Benchmarks.Card;

/// <summary>A person who types at once.</summary>
internal sealed class TypedPin(string pin) : IPinPrompt
{
    public Task<PinEntry> AskAsync(PinQuestion question, CancellationToken cancellation) =>
        Task.FromResult(PinEntry.Of([.. pin.Select(digit => (byte)digit)]));
}
