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
                certificate = DerForm.Cut(Read(ElementaryFile.Of(file), DerForm.Instance) ?? []);
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

    /// <summary>Reads the holder's data in the fewest commands.</summary>
    /// <param name="parts">What is wanted.</param>
    /// <exception cref="CardException">As above; Protocol also when a file is not what its place says.</exception>
    public CardContent ReadContent(CardParts parts = CardParts.All)
    {
        var reading = new ContentReading(card, data, parts);
        using (handle.BeginTransaction())
        {
            reading.ReadTexts();
        }

        using (handle.BeginTransaction())
        {
            reading.ReadPhoto();
        }

        var content = reading.Content;
        return !parts.HasFlag(CardParts.Proof) ? content : content with
        {
            NationalRegisterCertificate = ReadCertificate(CertificateFile.NationalRegister),
            RootCertificate = ReadCertificate(CertificateFile.Root),
            AuthenticationCertificate = ReadCertificate(CertificateFile.Authentication),
        };
    }

    private byte[]? Read(ElementaryFile file, FileForm form) => card.TrySelect(file) ? WholeFile.Read(card, form) : null;
}
