using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Simulator.Reader;

/// <summary>One connection to one stay of a card. Disposing resets the card; with the keypad open for this handle, it closes the keypad first.</summary>
internal sealed class SimulatedHandle : ICardHandle
{
    private readonly SimulatedReader reader;
    private readonly InsertedCard inserted;
    private readonly PinPadControl pinPad;
    private readonly int resetsSeen;
    private int disposed;

    public SimulatedHandle(SimulatedReader reader, InsertedCard inserted)
    {
        (this.reader, this.inserted, resetsSeen) = (reader, inserted, inserted.Resets);
        pinPad = new PinPadControl(reader, this);
    }

    public string Reader => reader.Name;

    public ReadOnlyMemory<byte> Atr => inserted.Card.Atr;

    /// <summary>The stay this handle belongs to.</summary>
    public InsertedCard Inserted => inserted;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        using var turn = BeginTransaction();
        if (reader.PinPad && pinPad.TryAnswer(command, response, out var length))
        {
            return length;
        }

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
        return pinPad.Control(code, input, output);
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
            pinPad.Dispose();
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
