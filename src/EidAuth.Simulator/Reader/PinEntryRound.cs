using System.Security.Cryptography;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// One question after the other being answered on the keypad: the digits, zeroed at the end, and the clock. Keys arrive under the reader's lock. What was
/// pressed is kept for GET KEY PRESSED, never which digit.
/// </summary>
internal sealed class PinEntryRound : IDisposable
{
    private const byte NoKey = 0x00;
    private const byte DigitKey = 0x2B;
    private const byte BackspaceKey = 0x08;
    private const byte OkKey = 0x0D;
    private const byte TimeOutKey = 0x0E;
    private const byte CancelKey = 0x1B;
    private const byte AbortKey = 0x40;

    private readonly byte[][] pins;
    private readonly int[] counts;
    private readonly ITimer timer;
    private readonly TaskCompletionSource<PinEntryEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<byte> pressed = new();
    private int entry;
    private bool typing;

    public PinEntryRound(IPinStructure structure, object owner, TimeProvider clock)
    {
        Structure = structure;
        Owner = owner;
        pins = [.. structure.Questions.Select(_ => GC.AllocateArray<byte>(structure.Format.MaximumDigits, pinned: true))];
        counts = new int[pins.Length];
        timer = clock.CreateTimer(_ => End(PinEntryEnd.TimedOut), null, structure.Format.FirstKeyWithin, Timeout.InfiniteTimeSpan);
    }

    public IPinStructure Structure { get; }

    /// <summary>The handle that asked.</summary>
    public object Owner { get; }

    /// <summary>What the display asks now.</summary>
    public ReaderDisplay Question => Structure.Questions[entry];

    /// <summary>How many digits of this answer were typed.</summary>
    public int Count => counts[entry];

    public bool Waits => !end.Task.IsCompleted;

    /// <summary>The digits' values, 0 to 9, of the answer to that question.</summary>
    public ReadOnlySpan<byte> Pin(int question) => pins[question].AsSpan(0, counts[question]);

    public void Press(KeypadKey key)
    {
        if (!typing)
        {
            typing = true;
            timer.Change(Structure.Format.OkWithin, Timeout.InfiniteTimeSpan);
        }

        switch (key)
        {
            case KeypadKey.Ok:
                Report(OkKey);
                Confirm();
                break;
            case KeypadKey.Cancel:
                End(PinEntryEnd.Cancelled);
                break;
            case KeypadKey.Backspace when Count > 0:
                Report(BackspaceKey);
                pins[entry][--counts[entry]] = 0;
                break;
            case >= KeypadKey.D0 and <= KeypadKey.D9 when Count < pins[entry].Length:
                Report(DigitKey);
                pins[entry][counts[entry]++] = (byte)(key - KeypadKey.D0);
                break;
        }
    }

    public void End(PinEntryEnd how)
    {
        if (end.TrySetResult(how))
        {
            Report(how switch
            {
                PinEntryEnd.Ok or PinEntryEnd.TooShort or PinEntryEnd.NewPinsDiffer => NoKey,
                PinEntryEnd.TimedOut => TimeOutKey,
                PinEntryEnd.Cancelled => CancelKey,
                _ => AbortKey,
            });
        }
    }

    /// <summary>GET KEY PRESSED: the next that was not told yet, 00 for none.</summary>
    public byte NextKey()
    {
        lock (pressed)
        {
            return pressed.TryDequeue(out var key) ? key : end.Task.IsCompleted ? AbortKey : NoKey;
        }
    }

    /// <summary>Blocks the calling thread, as SCardControl does.</summary>
    public PinEntryEnd Wait() => end.Task.GetAwaiter().GetResult();

    public void Dispose()
    {
        timer.Dispose();
        Array.ForEach(pins, pin => CryptographicOperations.ZeroMemory(pin));
    }

    private void Confirm()
    {
        if (Count < Structure.Format.MinimumDigits)
        {
            End(PinEntryEnd.TooShort);
        }
        else if (entry < pins.Length - 1)
        {
            entry++;
            typing = false;
            timer.Change(Structure.Format.FirstKeyWithin, Timeout.InfiniteTimeSpan);
        }
        else
        {
            End(pins.Length < 3 || Pin(1).SequenceEqual(Pin(2)) ? PinEntryEnd.Ok : PinEntryEnd.NewPinsDiffer);
        }
    }

    private void Report(byte key)
    {
        if (key != NoKey)
        {
            lock (pressed)
            {
                pressed.Enqueue(key);
            }
        }
    }
}
