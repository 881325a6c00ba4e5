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

    /// <summary>Makes a wait that is neither answered nor woken run out by this clock; without one it lasts.</summary>
    internal TimeProvider? Clock { get; set; }

    /// <summary>What the attribute query answers, and which attribute was asked for.</summary>
    internal Func<uint, (uint Code, byte[] Answer)> OnAttribute { get; set; } = _ => (ScardCode.UnsupportedFeature, []);

    /// <summary>True: giving up closes the card, as with pcsc-lite.</summary>
    internal Func<nint, bool> OnGiveUp { get; set; } = _ => true;

    internal Func<(uint Code, byte[] Answer)> OnTransmit { set => OnTransmitOf = _ => value(); }

    internal Func<(uint Code, byte[] Answer)> OnControl { set => OnControlOf = (_, _) => value(); }

    /// <summary>By the command, hexadecimal.</summary>
    internal Func<string, (uint Code, byte[] Answer)> OnTransmitOf { get; set; } = _ => (0, [0x90, 0x00]);

    /// <summary>By code and input, hexadecimal.</summary>
    internal Func<uint, string, (uint Code, byte[] Answer)> OnControlOf { get; set; } = (_, _) => (0, []);

    /// <summary>Every command, hexadecimal.</summary>
    internal List<string> Commands { get; } = [];

    /// <summary>Reset, for each disconnection.</summary>
    internal List<bool> Disconnections { get; } = [];

    /// <summary>The first disconnections are refused, as when another program begins a transaction just before.</summary>
    internal int RefusedDisconnections { get; set; }

    /// <summary>The first cancellations are lost, as when they come just before the wait.</summary>
    internal int LostCancellations { get; set; }

    /// <summary>What each GetStatusChange was asked: time-out, and each reader with what is believed of it.</summary>
    internal ConcurrentQueue<(uint Timeout, string[] Readers)> Asked { get; } = new();

    /// <summary>Code and input of each control.</summary>
    internal List<(uint Code, string Input)> Controls { get; } = [];

    public bool AnnouncesReaders { get; init; } = true;

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
        Asked.Enqueue((timeout, [.. readers.Select(reader => $"{reader.Name} {reader.CurrentState:X8}")]));
        uint code = 0;
        if (timeout == 0 && readers is not [{ Name: ReaderQuery.ReadersThemselves }])
        {
            Looks.TryDequeue(out code);
        }
        else if (timeout > 0 && !Waits.TryDequeue(out code))
        {
            code = WaitUntilWoken(timeout);
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
        if (RefusedDisconnections > 0)
        {
            RefusedDisconnections--;
            return ScardCode.SharingViolation;
        }

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

    public void GiveUpTransaction(nint context, nint card)
    {
        Count(nameof(GiveUpTransaction));
        if (OnGiveUp(card))
        {
            Disconnect(card, reset: false);
        }
    }

    public uint EndTransaction(nint card)
    {
        Count(nameof(EndTransaction));
        return 0;
    }

    public uint Transmit(nint card, ReadOnlySpan<byte> command, Span<byte> response, out int length)
    {
        Count(nameof(Transmit));
        Commands.Add(Convert.ToHexString(command));
        return Answered(OnTransmitOf(Commands[^1]), response, out length);
    }

    public uint Control(nint card, uint code, ReadOnlySpan<byte> input, Span<byte> output, out int length)
    {
        Count(nameof(Control));
        Controls.Add((code, Convert.ToHexString(input)));
        return Answered(OnControlOf(code, Controls[^1].Input), output, out length);
    }

    public bool IsUnsupported(uint code) => new LinuxWinScard().IsUnsupported(code);

    public uint GetAttribute(nint card, uint attribute, Span<byte> value, out int length)
    {
        Count(nameof(GetAttribute));
        return Answered(OnAttribute(attribute), value, out length);
    }

    private uint WaitUntilWoken(uint timeout)
    {
        var ranOut = false;
        using var timer = Clock?.CreateTimer(
            _ =>
            {
                lock (waiting)
                {
                    ranOut = true;
                    Monitor.PulseAll(waiting);
                }
            },
            null,
            TimeSpan.FromMilliseconds(timeout),
            Timeout.InfiniteTimeSpan);
        lock (waiting)
        {
            while (!woken && !ranOut)
            {
                Monitor.Wait(waiting);
            }

            var code = woken ? 0 : ScardCode.Timeout;
            woken = false;
            return Waits.TryDequeue(out var queued) ? queued : code;
        }
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
