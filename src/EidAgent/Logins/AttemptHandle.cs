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

    // FF C2 01 tag 00: to a reader that is spoken to by pseudo-APDUs, the same as a control without input.
    private static ReadOnlySpan<byte> PseudoApdu => [0xFF, 0xC2, 0x01];

    public int Transmit(ReadOnlySpan<byte> command, Span<byte> response)
    {
        ThrowIfOver(evenSo: command.StartsWith(LogOff) || (command.StartsWith(PseudoApdu) && command is [.., 0x00] && command.Length == 5));
        return handle.Transmit(command, response);
    }

    public IDisposable BeginTransaction() => handle.BeginTransaction();

    public int GetAttribute(uint attribute, Span<byte> value) => handle.GetAttribute(attribute, value);

    /// <summary>
    /// As the handle's own. A question to the keypad carries its structure, and none is put once the login has ended. When it ends meanwhile the handle is closed,
    /// on another thread: a reader that cannot be interrupted makes that call wait until the keypad's own time-out. What follows, withdraws or ends a question in
    /// steps carries nothing and is let through: left alone, the keypad would go on waiting and hand a PIN to the card that nobody takes back.
    /// </summary>
    public int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output)
    {
        ThrowIfOver(evenSo: input.IsEmpty);
        using var closing = input.IsEmpty ? default : ended.Register(() => _ = CardThread.Run(Dispose));
        return handle.Control(code, input, output);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
        {
            handle.Dispose();
        }
    }

    private void ThrowIfOver(bool evenSo)
    {
        if (Volatile.Read(ref closed) != 0 || (ended.IsCancellationRequested && !evenSo))
        {
            throw new CardException(CardFault.Cancelled, "The login ended before this command.");
        }
    }
}
