using System.Collections.Concurrent;
using EidAuth.PcSc;

namespace EidAuth.UnitTests.PcSc;

/// <summary>
/// The client library with answers of the test's choice. Counts every call, and every context and card that is opened and not closed again.
/// </summary>
internal sealed class FakeWinScard : IWinScard
{
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly object waiting = new();
    private bool woken;
    private int handles = 100;

    internal ConcurrentDictionary<nint, string> Open { get; } = new();

    internal Func<uint> OnEstablish { get; set; } = () => 0;

    internal Func<(uint Code, string[] Names)> OnList { get; set; } = () => (0, []);

    /// <summary>Event state and ATR of a reader.</summary>
    internal Func<string, (uint State, byte[] Atr)> OnState { get; set; } = _ => (0x12, []);

    /// <summary>Answers of a wait in order; when there are none, a wait lasts until it is cancelled or woken.</summary>
    internal ConcurrentQueue<uint> Waits { get; } = new();

    internal Queue<uint> Looks { get; } = new();

    internal Func<uint> OnConnect { get; set; } = () => 0;

    internal Func<uint> OnStatus { get; set; } = () => 0;

    internal Func<uint> OnBegin { get; set; } = () => 0;

    internal Func<(uint Code, byte[] Answer)> OnTransmit { get; set; } = () => (0, [0x90, 0x00]);

    internal Func<(uint Code, byte[] Answer)> OnControl { get; set; } = () => (0, []);

    /// <summary>Reset, for each disconnection.</summary>
    internal List<bool> Disconnections { get; } = [];

    /// <summary>The first cancellations are lost, as when they come just before the wait.</summary>
    internal int LostCancellations { get; set; }

    internal int Calls(string name) => calls.GetValueOrDefault(name);

    internal int AllCalls => calls.Values.Sum();

    internal void Wake()
    {
        lock (waiting)
        {
            woken = true;
            Monitor.PulseAll(waiting);
        }
    }

    public uint EstablishContext(out nint context)
    {
        Count(nameof(EstablishContext));
        return Opened(OnEstablish(), "context", out context);
    }

    public uint ReleaseContext(nint context)
    {
        Count(nameof(ReleaseContext));
        return Open.TryRemove(context, out _) ? 0 : ScardCode.InvalidHandle;
    }

    public uint Cancel(nint context)
    {
        Count(nameof(Cancel));
        if (LostCancellations-- <= 0)
        {
            Waits.Enqueue(ScardCode.Cancelled);
            Wake();
        }

        return 0;
    }

    public uint ListReaders(nint context, out IReadOnlyList<string> readers)
    {
        Count(nameof(ListReaders));
        (var code, readers) = OnList();
        return code;
    }

    public uint GetStatusChange(nint context, uint timeout, IReadOnlyList<ReaderQuery> readers)
    {
        Count(nameof(GetStatusChange));
        uint code = 0;
        if (timeout == 0 && readers is not [{ Name: ReaderQuery.ReadersThemselves }])
        {
            Looks.TryDequeue(out code);
        }
        else if (timeout > 0 && !Waits.TryDequeue(out code))
        {
            lock (waiting)
            {
                while (!woken)
                {
                    Monitor.Wait(waiting);
                }

                woken = false;
            }

            Waits.TryDequeue(out code);
        }

        foreach (var reader in readers)
        {
            (reader.EventState, reader.Atr) = OnState(reader.Name);
        }

        return code;
    }

    public uint Connect(nint context, string reader, out nint card)
    {
        Count(nameof(Connect));
        return Opened(OnConnect(), "card", out card);
    }

    public uint Disconnect(nint card, bool reset)
    {
        Count(nameof(Disconnect));
        Disconnections.Add(reset);
        return Open.TryRemove(card, out _) ? 0 : ScardCode.InvalidHandle;
    }

    public uint Status(nint card, out byte[] atr)
    {
        Count(nameof(Status));
        atr = [0x3B, 0x00];
        return OnStatus();
    }

    public uint BeginTransaction(nint card)
    {
        Count(nameof(BeginTransaction));
        return OnBegin();
    }

    public uint EndTransaction(nint card)
    {
        Count(nameof(EndTransaction));
        return 0;
    }

    public uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        Count(nameof(Transmit));
        return Answered(OnTransmit(), response, out length);
    }

    public uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length)
    {
        Count(nameof(Control));
        return Answered(OnControl(), output, out length);
    }

    private void Count(string name) => calls.AddOrUpdate(name, 1, (_, count) => count + 1);

    private uint Opened(uint code, string what, out nint number)
    {
        number = 0;
        if (code == 0)
        {
            number = Interlocked.Increment(ref handles);
            Open[number] = what;
        }

        return code;
    }

    private static uint Answered((uint Code, byte[] Answer) said, Span<byte> target, out int length)
    {
        said.Answer.CopyTo(target);
        length = said.Answer.Length;
        return said.Code;
    }
}
