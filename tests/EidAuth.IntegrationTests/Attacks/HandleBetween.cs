using EidAuth.PcSc;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>A card handle with somebody between it and whoever uses it: what goes to the card, and what comes back.</summary>
internal class HandleBetween(ICardHandle handle) : ICardHandle
{
    public virtual string Reader => handle.Reader;

    public virtual ReadOnlyMemory<byte> Atr => handle.Atr;

    public virtual int Transmit(ReadOnlySpan<byte> command, Span<byte> response) => handle.Transmit(command, response);

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    public virtual int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => handle.Control(code, input, output);

    public int GetAttribute(uint attribute, Span<byte> value) => handle.GetAttribute(attribute, value);

    public void Dispose() => handle.Dispose();
}
