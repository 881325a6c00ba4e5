namespace EidAuth.Iso7816;

/// <summary>One road to a card: command APDU bytes in, response APDU bytes out (ISO 7816-4 §5.1). Nothing is interpreted here.</summary>
public interface ICardChannel
{
    /// <summary>Sends one command APDU and returns how many bytes of <paramref name="response"/> were written: data, then SW1 SW2.</summary>
    /// <param name="command">4 to 261 bytes.</param>
    /// <param name="response">At least 258 bytes.</param>
    /// <exception cref="CardException">The card, the reader or the service did not answer; <see cref="CardException.Fault"/> says which.</exception>
    int Transmit(ReadOnlySpan<byte> command, Span<byte> response);
}
