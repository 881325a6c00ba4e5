using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAgent.Logins;

/// <summary>
/// A card handle for as long as its login lives. Once the login has ended (cancelled, card pulled, time over) the card gets no command but LOG OFF, and a
/// keypad that waits is closed where the reader allows that: a PIN typed too late leads to nothing.
/// </summary>
internal sealed class AttemptHandle(ICardHandle handle, CancellationToken ended) : ICardHandle
{
    private int closed;

    public string Reader => handle.Reader;

    public ReadOnlyMemory<byte> Atr => handle.Atr;

    // LOG OFF, 80 E6 00 00: what takes rights away is always let through.
    private static ReadOnlySpan<byte> LogOff => [0x80, 0xE6];

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        ThrowIfOver(mayLogOff: command.StartsWith(LogOff));
        return handle.Transmit(command, response);
    }

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    /// <summary>
    /// As the handle's own. When the login ends meanwhile the handle is closed, on another thread: a reader that cannot be interrupted makes that call wait
    /// until the keypad's own time-out.
    /// </summary>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ThrowIfOver(mayLogOff: false);
        using var closing = ended.Register(() => _ = CardThread.Run(Dispose));
        return handle.Control(code, input, output);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
        {
            handle.Dispose();
        }
    }

    private void ThrowIfOver(bool mayLogOff)
    {
        if (Volatile.Read(ref closed) != 0 || (ended.IsCancellationRequested && !mayLogOff))
        {
            throw new CardException(CardFault.Cancelled, "The login ended before this command.");
        }
    }
}
