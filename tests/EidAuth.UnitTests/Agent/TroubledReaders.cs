using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.UnitTests.Agent;

/// <summary>Readers between the agent and simulated ones that go wrong on demand.</summary>
internal sealed class TroubledReaders(params IResourceManager[] readers) : IResourceManager
{
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Thrown by the list.</summary>
    public CardFault? OnList { get; set; }

    /// <summary>Thrown on connecting.</summary>
    public CardFault? OnConnect { get; set; }

    /// <summary>Thrown instead of a command, by the command.</summary>
    public Func<string, CardFault?> OnCommand { get; set; } = _ => null;

    /// <summary>Replaces the answer to a command, by the command and the true answer.</summary>
    public Func<string, byte[], byte[]> Answer { get; set; } = (_, answer) => answer;

    /// <summary>Replaces what the list says.</summary>
    public Func<ReaderState, ReaderState> Look { get; set; } = state => state;

    /// <summary>Replaces the answer to reset of the cards in one reader.</summary>
    public Dictionary<string, byte[]> Atrs { get; } = [];

    /// <summary>Lets those who wait look again.</summary>
    public void Change() => Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public IReadOnlyList<ReaderState> ListReaders() =>
        OnList is { } fault ? throw new CardException(fault, "On demand.") : [.. readers.SelectMany(one => one.ListReaders()).Select(Look)];

    public async Task<IReadOnlyList<ReaderState>> WaitForChangeAsync(IReadOnlyList<ReaderState> known, CancellationToken cancellation)
    {
        while (true)
        {
            var change = changed.Task;
            var before = readers.Select(one => one.ListReaders()).ToArray();
            var now = ListReaders();
            if (!now.SequenceEqual(known))
            {
                return now;
            }

            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            await await Task.WhenAny([change, .. readers.Select((one, i) => one.WaitForChangeAsync(before[i], over.Token))]);
            await over.CancelAsync();
            cancellation.ThrowIfCancellationRequested();
        }
    }

    public ICardHandle Connect(string reader)
    {
        if (OnConnect is { } fault)
        {
            throw new CardException(fault, "On demand.");
        }

        var owner = readers.First(one => one.ListReaders().Any(state => state.Name == reader));
        return new Handle(this, owner.Connect(reader));
    }

    private sealed class Handle(TroubledReaders trouble, ICardHandle handle) : ICardHandle
    {
        public string Reader => handle.Reader;

        public ReadOnlyMemory<byte> Atr => trouble.Atrs.TryGetValue(Reader, out var atr) ? atr : handle.Atr;

        public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
        {
            var text = Convert.ToHexString(command);
            if (trouble.OnCommand(text) is { } fault)
            {
                throw new CardException(fault, "On demand.");
            }

            var length = handle.Transmit(command, response);
            var answer = trouble.Answer(text, response[..length].ToArray());
            answer.CopyTo(response);
            return answer.Length;
        }

        public IDisposable BeginTransaction() => handle.BeginTransaction();

        public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output) => handle.Control(code, input, output);

        public void Dispose() => handle.Dispose();
    }
}
