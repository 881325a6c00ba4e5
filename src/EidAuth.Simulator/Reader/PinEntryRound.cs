using System.Security.Cryptography;

namespace EidAuth.Simulator.Reader;

/// <summary>One PIN being typed on the keypad: the digits, zeroed at the end, and the clock. Keys arrive under the reader's lock.</summary>
internal sealed class PinEntryRound : IDisposable
{
    private readonly byte[] digits;
    private readonly PinVerifyStructure structure;
    private readonly ITimer timer;
    private readonly TaskCompletionSource<PinEntryEnd> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool typing;

    public PinEntryRound(PinVerifyStructure structure, object owner, TimeProvider clock)
    {
        this.structure = structure;
        Owner = owner;
        digits = GC.AllocateArray<byte>(structure.MaximumDigits, pinned: true);
        timer = clock.CreateTimer(_ => End(PinEntryEnd.TimedOut), null, structure.FirstKeyWithin, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The handle that asked.</summary>
    public object Owner { get; }

    public int Count { get; private set; }

    /// <summary>The digits' values, 0 to 9.</summary>
    public ReadOnlySpan<byte> Digits => digits.AsSpan(0, Count);

    public bool Waits => !end.Task.IsCompleted;

    public void Press(KeypadKey key)
    {
        if (!typing)
        {
            typing = true;
            timer.Change(structure.OkWithin, Timeout.InfiniteTimeSpan);
        }

        switch (key)
        {
            case KeypadKey.Ok:
                End(Count < structure.MinimumDigits ? PinEntryEnd.TooShort : PinEntryEnd.Ok);
                break;
            case KeypadKey.Cancel:
                End(PinEntryEnd.Cancelled);
                break;
            case KeypadKey.Backspace when Count > 0:
                digits[--Count] = 0;
                break;
            case >= KeypadKey.D0 and <= KeypadKey.D9 when Count < digits.Length:
                digits[Count++] = (byte)(key - KeypadKey.D0);
                break;
        }
    }

    public void End(PinEntryEnd how) => end.TrySetResult(how);

    /// <summary>Blocks the calling thread, as SCardControl does.</summary>
    public PinEntryEnd Wait() => end.Task.GetAwaiter().GetResult();

    public void Dispose()
    {
        timer.Dispose();
        CryptographicOperations.ZeroMemory(digits);
    }
}
