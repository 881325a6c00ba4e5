using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <content>The keys: MSE SET and PSO.</content>
internal sealed partial class BelpicCard
{
    private const byte AuthenticationKeyReference = 0x82;

    /// <summary>MSE SET for the authentication key, in the directory of the keys. Sent before any PIN, so that it may be tried again.</summary>
    public void SetSecurityEnvironment(byte algorithm)
    {
        EnterKeyDirectory();
        var command = new CommandApdu(0x00, 0x22, 0x41, 0xB6, [0x04, 0x80, algorithm, 0x84, AuthenticationKeyReference]);
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
}
