using EidAuth.Iso7816;

namespace EidAuth.PcSc;

/// <summary>
/// One connection to one card (SCARDHANDLE). It lives from the first command to the end and never reconnects: a removal or reset seen on it is an exception
/// on every later call. Disposing disconnects with SCARD_RESET_CARD, so that no other program finds a verified PIN.
/// </summary>
public interface ICardHandle : ICardChannel, IDisposable
{
    /// <summary>The reader's name.</summary>
    string Reader { get; }

    /// <summary>The card's answer to reset.</summary>
    ReadOnlyMemory<byte> Atr { get; }

    /// <summary>
    /// Keeps every other program from the card until disposed (SCardBeginTransaction). Never held while a person thinks. Another program that holds one is
    /// waited for, ten seconds at most with a PC/SC service: then the card is Busy.
    /// </summary>
    IDisposable BeginTransaction();

    /// <summary>Sends a reader control (SCardControl) and returns how many bytes of <paramref name="output"/> were written.</summary>
    /// <param name="code">A control code of this system, for example <see cref="ControlCode.GetFeatureRequest"/>.</param>
    /// <param name="input">At most 65,548 bytes.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <exception cref="NotSupportedException">The reader knows no such control.</exception>
    /// <exception cref="CardException">As for Transmit.</exception>
    int Control(uint code, ReadOnlySpan<byte> input, Span<byte> output);

    /// <summary>Asks the reader about itself (SCardGetAttrib) and returns how many bytes were written; 0 when it does not tell.</summary>
    /// <param name="attribute">A number of PC/SC part 3 §3.1.4, for example 0x00010102, the reader's own version.</param>
    /// <param name="value">Where the answer goes; a longer one counts as none.</param>
    int GetAttribute(uint attribute, Span<byte> value) => 0;
}
