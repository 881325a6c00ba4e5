using EidAuth.PcSc;

namespace EidAuth.UnitTests.Proof;

/// <summary>A chip that answers as the test wants, behind the answer to reset of 1.8.</summary>
internal sealed class AnsweringHandle(Func<byte[], byte[]> answer) : ICardHandle
{
    public string Reader => "Reader 00 00";

    public ReadOnlyMemory<byte> Atr { get; } = Convert.FromHexString("3B7F96000080318065B085040120120FFF829000");

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        var said = answer(command.ToArray());
        said.CopyTo(response);
        return said.Length;
    }

    public IDisposable BeginTransaction() => new Turn();

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Turn : IDisposable
    {
        public void Dispose()
        {
        }
    }
}
