using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Tracing;

/// <summary>A card handle that tells a trace the shape of what passes through it. Bytes end here.</summary>
internal sealed class TracedHandle(ICardHandle inner, int slot, ApduTrace trace, TimeProvider clock) : ICardHandle
{
    /// <inheritdoc/>
    public string Reader => inner.Reader;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Atr => inner.Atr;

    /// <inheritdoc/>
    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        var shape = CommandShape.Of(command);
        var since = clock.GetTimestamp();
        try
        {
            var length = inner.Transmit(command, response);
            trace.Command(slot, shape, AnswerShape.Of(response[..Math.Clamp(length, 0, response.Length)]), clock.GetElapsedTime(since));
            return length;
        }
        catch (CardException exception)
        {
            trace.Command(slot, shape, AnswerShape.Of(exception.Fault), clock.GetElapsedTime(since));
            throw;
        }
    }

    /// <inheritdoc/>
    public IDisposable BeginTransaction()
    {
        var since = clock.GetTimestamp();
        try
        {
            var transaction = inner.BeginTransaction();
            trace.Event(slot, TraceEvent.Transaction, null, clock.GetElapsedTime(since));
            return transaction;
        }
        catch (CardException exception)
        {
            trace.Event(slot, TraceEvent.Transaction, exception.Fault, clock.GetElapsedTime(since));
            throw;
        }
    }

    /// <inheritdoc/>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        var since = clock.GetTimestamp();
        try
        {
            var length = inner.Control(code, input, output);
            trace.Control(slot, code, input.Length, new AnswerShape(null, length, null), clock.GetElapsedTime(since));
            return length;
        }
        catch (CardException exception)
        {
            trace.Control(slot, code, input.Length, AnswerShape.Of(exception.Fault), clock.GetElapsedTime(since));
            throw;
        }
        catch (NotSupportedException)
        {
            // The answer of most readers to the question for a keypad.
            trace.Control(slot, code, input.Length, default, clock.GetElapsedTime(since));
            throw;
        }
    }

    /// <inheritdoc/>
    public int GetAttribute(uint attribute, Span<byte> value) => inner.GetAttribute(attribute, value);

    /// <inheritdoc/>
    public void Dispose()
    {
        var since = clock.GetTimestamp();
        inner.Dispose();
        trace.Event(slot, TraceEvent.Disconnect, null, clock.GetElapsedTime(since));
    }
}
