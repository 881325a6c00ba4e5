using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Simulator.Reader;

/// <summary>One connection to one stay of a card. Disposing resets the card; with the keypad open for this handle, it closes the keypad first.</summary>
internal sealed class SimulatedHandle(SimulatedReader reader, InsertedCard inserted) : ICardHandle
{
    private readonly int resetsSeen = inserted.Resets;
    private int disposed;

    public string Reader => reader.Name;

    public ReadOnlyMemory<byte> Atr => inserted.Card.Atr;

    /// <summary>The stay this handle belongs to.</summary>
    public InsertedCard Inserted => inserted;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        using var turn = BeginTransaction();
        var answer = reader.ShowingWork(command, inserted, resetsSeen);
        if (answer.Length > response.Length)
        {
            throw new CardException(CardFault.Protocol, "The response buffer is too small for the card's answer.");
        }

        answer.CopyTo(response);
        return answer.Length;
    }

    public IDisposable BeginTransaction()
    {
        ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed) != 0, this);
        inserted.BeginTurn(this, resetsSeen);
        return new Turn(this);
    }

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        if (!reader.PinPad)
        {
            throw new NotSupportedException("This reader has no keypad.");
        }

        using var turn = BeginTransaction();
        return PinPadControl.Answer(reader, this, code, input, output);
    }

    /// <summary>A command of the reader's own, inside the turn of <see cref="Control"/>.</summary>
    /// <exception cref="CardException">As for Transmit; Protocol when no status word came, which the reader could not pass on.</exception>
    public byte[] TransmitFromReader(ReadOnlySpan<byte> command) => inserted.Transmit(command, resetsSeen) is { Length: >= 2 } answer
        ? answer
        : throw new CardException(CardFault.Protocol, "The card gave the simulated reader no status word.");

    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            reader.Closed(this);
            inserted.ResetFor(this);
        }
    }

    private sealed class Turn(SimulatedHandle handle) : IDisposable
    {
        private int ended;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref ended, 1) == 0)
            {
                handle.Inserted.EndTurn(handle);
            }
        }
    }
}
