using EidAuth.Iso7816;
using EidAuth.PcSc;

namespace EidAuth.Belpic;

/// <summary>
/// One use of a Belgian eID card over one handle, from the first SELECT to LOG OFF. Whatever happens, disposing sends LOG OFF and resets the card, so no
/// other program finds a verified PIN (security rule 4).
/// </summary>
public sealed partial class BelpicSession : IDisposable
{
    private readonly ICardHandle handle;
    private readonly BelpicCard card;
    private readonly CardData data;
    private readonly PinPad? pinPad;
    private readonly CertificateCache? cache;
    private bool loggedOff;
    private bool disposed;

    private BelpicSession(ICardHandle handle, BelpicCard card, CardData data, PinPad? pinPad, CertificateCache? cache) =>
        (this.handle, this.card, this.data, this.pinPad, this.cache) = (handle, card, data, pinPad, cache);

    /// <summary>The applet's generation, from GET CARD DATA byte 21.</summary>
    public AppletVersion Applet => data.Applet;

    /// <summary>The chip number, 16 bytes.</summary>
    public ReadOnlyMemory<byte> ChipNumber => data.ChipNumber;

    /// <summary>PIN tries left when the session was opened, 0 to 3, where the card tells them with its chip number (1.8); otherwise null, and <see cref="ReadTriesLeft"/> asks.</summary>
    public int? TriesLeftAtOpening => data.TriesLeft;

    /// <summary>The reader has a keypad of its own: the PIN is typed there and nowhere else.</summary>
    public bool HasPinPad => pinPad is not null;

    /// <summary>Takes over the handle: ATR, pin-pad features, GET CARD DATA. A card whose ATR is not Belgian is sent no command at all.</summary>
    /// <exception cref="CardException">NotBelgian, NotActivated, or a fault of the road to the card. The handle is disposed.</exception>
    public static BelpicSession Open(ICardHandle handle) => Open(handle, TimeProvider.System);

    /// <summary>The same with a clock, for the pause that cards older than 1.7 need.</summary>
    /// <param name="handle">As above.</param>
    /// <param name="clock">Its time.</param>
    /// <param name="cache">Certificates of cards that signed before; null reads each time.</param>
    /// <exception cref="CardException">As above. The handle is disposed.</exception>
    public static BelpicSession Open(ICardHandle handle, TimeProvider clock, CertificateCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(handle);
        try
        {
            if (!BelpicAtr.Matches(handle.Atr.Span))
            {
                throw NotBelgian();
            }

            var pinPad = PinPad.Discover(handle, clock);
            var card = new BelpicCard(handle, clock);
            using (handle.BeginTransaction())
            {
                return new BelpicSession(handle, card, card.ReadCardData(BelpicAtr.IsSince18(handle.Atr.Span)), pinPad, cache);
            }
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        try
        {
            LogOff();
        }
        finally
        {
            handle.Dispose();
        }
    }

    private static CardException NotBelgian() => new(CardFault.NotBelgian, "The card in the reader is not a Belgian eID card.");

    private static PinPadLanguage LanguageOf(string language) => language switch
    {
        "nl" => PinPadLanguage.Dutch,
        "fr" => PinPadLanguage.French,
        "de" => PinPadLanguage.German,
        _ => PinPadLanguage.English,
    };

    // A card that cannot answer is reset by the handle.
    private void LogOff()
    {
        if (loggedOff)
        {
            return;
        }

        try
        {
            loggedOff = card.LogOff() == StatusWord.Success;
        }
        catch (CardException)
        {
            loggedOff = false;
        }
    }
}
