namespace EidAuth.Belpic;

/// <content>Reading. Nothing here needs the PIN.</content>
public sealed partial class BelpicSession
{
    private readonly Dictionary<CertificateFile, byte[]?> certificates = [];

    /// <summary>Reads a certificate up to its DER end; null when the card has none (a file of zeros). Read once, kept for the session.</summary>
    public byte[]? ReadCertificate(CertificateFile file)
    {
        if (!certificates.TryGetValue(file, out var certificate))
        {
            // Nothing else may select a file between our SELECT and READ.
            using (handle.BeginTransaction())
            {
                card.Select(ElementaryFile.Of(file));
                certificate = DerFile.Read(card);
            }

            certificates.Add(file, certificate);
        }

        return certificate;
    }

    /// <summary>Reads a file as it is stored, padding included; null when the card has no such file. Kept nowhere.</summary>
    /// <exception cref="Iso7816.CardException">Removed, Reset, Protocol, or a fault of the road.</exception>
    public byte[]? ReadFile(CardFile file) => throw new NotImplementedException();

    /// <summary>Reads the holder's data in the fewest commands.</summary>
    /// <param name="parts">What is wanted.</param>
    /// <exception cref="Iso7816.CardException">As above; Protocol also when a file is not what its place says.</exception>
    public CardContent ReadContent(CardParts parts = CardParts.All) => throw new NotImplementedException();
}
