using EidAuth.PcSc;

namespace EidAuth.Benchmarks.Card;

/// <summary>Readers that write down every command which passes.</summary>
internal sealed class MeasuredReaders(IResourceManager readers) : IResourceManager
{
    private readonly Lock gate = new();
    private List<CardCommand> commands = [];

    /// <summary>What passed since the last time, or the beginning.</summary>
    public IReadOnlyList<CardCommand> Take()
    {
        lock (gate)
        {
            var taken = commands;
            commands = [];
            return taken;
        }
    }

    public IReadOnlyList<ReaderState> ListReaders() => readers.ListReaders();

    public Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation) =>
        readers.WaitForChangeAsync(known, cancellation);

    public ICardHandle Connect(string reader) => new Handle(this, readers.Connect(reader));

    private void Add(CardCommand command)
    {
        lock (gate)
        {
            commands.Add(command);
        }
    }

    private sealed class Handle(MeasuredReaders owner, ICardHandle handle) : ICardHandle
    {
        public string Reader => handle.Reader;

        public ReadOnlyMemory<byte> Atr => handle.Atr;

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            var received = handle.Transmit(command, response);
            owner.Add(CardCommand.Of(command, received));
            return received;
        }

        public IDisposable BeginTransaction() => handle.BeginTransaction();

        public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => handle.Control(code, input, output);

        public void Dispose() => handle.Dispose();
    }
}
