using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>Reading. Nothing here needs the PIN.</content>
public sealed partial class BelpicSession
{
    private readonly Dictionary<CertificateFile, byte[]?> certificates = [];

    /// <summary>Reads a certificate up to its DER end; null when the card has none (a file of zeros, or no file). Read once, kept for the session.</summary>
    public byte[]? ReadCertificate(CertificateFile file)
    {
        if (!certificates.TryGetValue(file, out var certificate))
        {
            // Nothing else may select a file between our SELECT and READ.
            using (handle.BeginTransaction())
            {
                certificate = DerForm.Cut(Read(ElementaryFile.Of(file), DerForm.Instance));
            }

            certificates.Add(file, certificate);
        }

        return certificate;
    }

    /// <summary>Reads a file as it is stored, padding included; null when the card has no such file. Kept nowhere.</summary>
    /// <exception cref="CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    public byte[]? ReadFile(CardFile file)
    {
        using (handle.BeginTransaction())
        {
            return Read(ElementaryFile.Of(file), FileForm.Any);
        }
    }

    /// <summary>
    /// Reads one field of the identity or address file: two commands on 1.8, by READ RECORD; the whole file on other cards. Nothing proves it: signatures are over whole files.
    /// </summary>
    /// <param name="file"><see cref="CardFile.Identity"/> or <see cref="CardFile.Address"/>.</param>
    /// <param name="tag">01 to FF.</param>
    /// <returns>The field's bytes; null when the file has no such field, or the card no such file.</returns>
    /// <exception cref="CardException">As above; Protocol also when the file has another form.</exception>
    public ReadOnlyMemory<byte>? ReadField(CardFile file, byte tag)
    {
        if (file is not (CardFile.Identity or CardFile.Address))
        {
            throw new ArgumentException("Only the identity and the address file have fields.", nameof(file));
        }

        ArgumentOutOfRangeException.ThrowIfZero(tag);
        using (handle.BeginTransaction())
        {
            if (!card.TrySelect(ElementaryFile.Of(file)))
            {
                return null;
            }

            if (data.Applet == AppletVersion.V18 && card.TryReadRecord(tag, out var record))
            {
                return record;
            }

            // The fields tell the end of the address; of the identity, where a field may be missing at its end, see IdentityForm.
            var content = WholeFile.Read(card, file == CardFile.Identity ? IdentityForm.Instance : AddressForm.Instance);
            var steps = 0;
            return TlvFile.TryParse(content, out var fields, ref steps) ? fields!.Find(tag) : null;
        }
    }

    /// <summary>Reads the holder's data in the fewest commands.</summary>
    /// <param name="parts">What is wanted.</param>
    /// <exception cref="CardException">As above; Protocol also when a file is not what its place says.</exception>
    public CardContent ReadContent(CardParts parts = CardParts.All)
    {
        var reading = new ContentReading(card, data, parts);
        if ((parts & CardParts.Holder) != CardParts.None)
        {
            using (handle.BeginTransaction())
            {
                reading.ReadTexts();
            }
        }

        if (parts.HasFlag(CardParts.Photo))
        {
            using (handle.BeginTransaction())
            {
                reading.ReadPhoto();
            }
        }

        var content = reading.Content;
        return !parts.HasFlag(CardParts.Proof) ? content : content with
        {
            NationalRegisterCertificate = InMemory(CertificateFile.NationalRegister),
            RootCertificate = InMemory(CertificateFile.Root),
            AuthenticationCertificate = InMemory(CertificateFile.Authentication),
        };
    }

    // null would become an empty memory, not none.
    private ReadOnlyMemory<byte>? InMemory(CertificateFile file) => ReadCertificate(file) is { } certificate ? certificate : default(ReadOnlyMemory<byte>?);

    private byte[]? Read(ElementaryFile file, FileForm form) => card.TrySelect(file) ? WholeFile.Read(card, form) : null;
}
