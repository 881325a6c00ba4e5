using EidAuth.PcSc;
using EidAuth.Simulator.Cards;

namespace EidAuth.UnitTests.Speed;

/// <summary>A simulated card with no reader between.</summary>
internal sealed class CardOnTheTable(SimulatedCard card) : ICardHandle
{
    public string Reader => "Reader 00 00";

    public ReadOnlyMemory<byte> Atr => card.Atr;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        var answer = card.Transmit(command);
        answer.CopyTo(response);
        return answer.Length;
    }

    public IDisposable BeginTransaction() => new MemoryStream();

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => throw new NotSupportedException();

    public void Dispose() => card.Reset();
}
