using EidAuth.PcSc;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>A handle that remembers what it was told: what a reader adds on its own does not count.</summary>
internal sealed class HeardHandle(ICardHandle handle, List<string> commands) : ICardHandle
{
    public string Reader => handle.Reader;

    public ReadOnlyMemory<byte> Atr => handle.Atr;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        commands.Add(Convert.ToHexString(command));
        return handle.Transmit(command, response);
    }

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => handle.Control(code, input, output);

    public void Dispose() => handle.Dispose();
}
