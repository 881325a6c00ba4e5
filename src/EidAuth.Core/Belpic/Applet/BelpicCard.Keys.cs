using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>The keys: MSE SET, PSO, INTERNAL AUTHENTICATE.</content>
internal sealed partial class BelpicCard
{
    private const byte BasicKeyReference = 0x81;
    private const byte AuthenticationKeyReference = 0x82;
    private const byte SignatureKeyReference = 0x83;

    /// <summary>MSE SET for the authentication key, in the directory of the keys. Sent before any PIN, so that it may be tried again.</summary>
    public void SetSecurityEnvironment(byte algorithm) => SetSecurityEnvironment(algorithm, AuthenticationKeyReference);

    /// <summary>The same for the non-repudiation key, which wants VERIFY after it and right before PSO.</summary>
    public void SetSignatureEnvironment(byte algorithm) => SetSecurityEnvironment(algorithm, SignatureKeyReference);

    /// <summary>Selects the directory of the keys unless it is selected.</summary>
    public void EnterKeyDirectory()
    {
        if (directory != ElementaryFile.CertificateDirectory)
        {
            SelectCertificateDirectory();
        }
    }

    /// <summary>PSO COMPUTE DIGITAL SIGNATURE.</summary>
    public byte[] Sign(ReadOnlySpan<byte> input, int signatureLength)
    {
        Span<byte> signature = stackalloc byte[256];
        var response = exchange.Send(new CommandApdu(0x00, 0x2A, 0x9E, 0x9A, input, signatureLength), signature);
        return response.IsSuccess && response.Data.Length == signatureLength
            ? response.Data.ToArray()
            : throw Unexpected("PSO", response.StatusWord);
    }

    /// <summary>INTERNAL AUTHENTICATE (1.8): the card's own key signs a hash. It clears the security environment. Null at 6985: blocked until the next VERIFY.</summary>
    /// <param name="algorithm">01, 02 or 04, as the key's curve wants.</param>
    /// <param name="hash">32, 48 or 64 bytes.</param>
    /// <param name="signatureLength">Bytes of r and s.</param>
    public byte[]? AuthenticateInternally(byte algorithm, ReadOnlySpan<byte> hash, int signatureLength)
    {
        Span<byte> signature = stackalloc byte[256];
        var response = exchange.Send(
            new CommandApdu(0x00, 0x88, algorithm, BasicKeyReference, [0x94, (byte)hash.Length, .. hash], signatureLength), signature);
        return response.StatusWord.Value == 0x6985 ? null
            : response.IsSuccess && response.Data.Length == signatureLength ? response.Data.ToArray()
            : throw Unexpected("INTERNAL AUTHENTICATE", response.StatusWord);
    }

    private void SetSecurityEnvironment(byte algorithm, byte key)
    {
        EnterKeyDirectory();
        var command = new CommandApdu(0x00, 0x22, 0x41, 0xB6, [0x04, 0x80, algorithm, 0x84, key]);
        var statusWord = exchange.Send(command, []).StatusWord;
        if (statusWord != StatusWord.Success)
        {
            // Another program may have selected something else while no transaction was open.
            SelectCertificateDirectory();
            statusWord = exchange.Send(command, []).StatusWord;
        }

        if (statusWord != StatusWord.Success)
        {
            throw Unexpected("MSE SET", statusWord);
        }
    }
}
