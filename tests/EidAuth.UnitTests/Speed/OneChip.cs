using EidAuth.PcSc;

namespace EidAuth.UnitTests.Speed;

/// <summary>A handle on which every card has the same chip number, as one has before and after its key is renewed.</summary>
internal sealed class OneChip(ICardHandle handle) : ICardHandle
{
    public static readonly byte[] Number = Convert.FromHexString("534C4790000102030405060708090A0B");

    public string Reader => handle.Reader;

    public ReadOnlyMemory<byte> Atr => handle.Atr;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        var length = handle.Transmit(command, response);
        if (command is [0x80, 0xE4, ..] && length is 30 or 33)
        {
            Number.CopyTo(response);
        }

        return length;
    }

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => handle.Control(code, input, output);

    public void Dispose() => handle.Dispose();
}
