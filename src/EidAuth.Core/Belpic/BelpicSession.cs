using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <summary>
/// One use of a Belgian eID card over one handle, from the first SELECT to LOG OFF. Whatever happens, disposing sends LOG OFF and resets the card, so no
/// other program finds a verified PIN (security rule 4).
/// </summary>
public sealed class BelpicSession : IDisposable
{
    private readonly ICardHandle handle;

    private BelpicSession(ICardHandle handle) => this.handle = handle;

    /// <summary>The applet's generation, from GET CARD DATA byte 21.</summary>
    public AppletVersion Applet => throw new NotImplementedException();

    /// <summary>The chip number, 16 bytes.</summary>
    public ReadOnlyMemory<byte> ChipNumber => throw new NotImplementedException();

    /// <summary>The reader has a keypad of its own: the PIN is typed there and nowhere else.</summary>
    public bool HasPinPad => throw new NotImplementedException();

    /// <summary>Takes over the handle: ATR, GET CARD DATA, pin-pad features.</summary>
    /// <exception cref="CardException">NotBelgian, NotActivated, or a fault of the road to the card. The handle is disposed.</exception>
    public static BelpicSession Open(ICardHandle handle) => throw new NotImplementedException();

    /// <summary>PIN tries left, asked without costing one: GET CARD DATA on 1.8, empty VERIFY on 1.7, null on older cards (there it would cost a try).</summary>
    public int? ReadTriesLeft() => throw new NotImplementedException();

    /// <summary>Reads a certificate up to its DER end; null when the card has none (a file of zeros). Read once, kept for the session.</summary>
    public byte[]? ReadCertificate(CertificateFile file) => throw new NotImplementedException();

    /// <summary>
    /// MSE, VERIFY, PSO, GET RESPONSE, LOG OFF in one transaction on this handle; the result is verified once with the card's own certificate.
    /// </summary>
    /// <param name="message">Origin and challenge.</param>
    /// <param name="pin">4 to 12 ASCII digits; the caller zeroes them afterwards.</param>
    public LoginSignature SignLogin(LoginMessage message, ReadOnlySpan<byte> pin) => throw new NotImplementedException();

    /// <summary>The same with the PIN typed on the reader's keypad; blocks until the reader answers (its own time-out is 30 s).</summary>
    /// <param name="message">Origin and challenge.</param>
    /// <param name="language">nl, fr, de or en, for the reader's display.</param>
    public LoginSignature SignLoginOnPinPad(LoginMessage message, string language) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose() => handle.Dispose();
}
