using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>
/// A card handle for as long as its login lives. Once the login has ended (cancelled, card pulled, time over) the card gets no command but LOG OFF, and the
/// keypad is not started: a PIN typed before leads to nothing.
/// </summary>
internal sealed class AttemptHandle(ICardHandle handle, CancellationToken ended) : ICardHandle
{
    // LOG OFF, 80 E6 00 00: what takes rights away is always let through.
    private static ReadOnlySpan<byte> LogOff => [0x80, 0xE6];

    public string Reader => handle.Reader;

    public ReadOnlyMemory<byte> Atr => handle.Atr;

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        if (!command.StartsWith(LogOff))
        {
            ThrowIfEnded();
        }

        return handle.Transmit(command, response);
    }

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ThrowIfEnded();
        return handle.Control(code, input, output);
    }

    public void Dispose() => handle.Dispose();

    private void ThrowIfEnded()
    {
        if (ended.IsCancellationRequested)
        {
            throw new CardException(CardFault.Cancelled, "The login ended before this command.");
        }
    }
}
