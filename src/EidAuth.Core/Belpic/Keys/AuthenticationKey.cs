using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Iso7816;

namespace EidAuth.Belpic;

/// <summary>How the card signs with its authentication key: decided by the key in its certificate, since the same MSE byte means different things per applet.</summary>
internal abstract class AuthenticationKey : IDisposable
{
    private const string Secp384R1 = "1.3.132.0.34";

    /// <summary>The algorithm byte of MSE SET.</summary>
    public abstract byte SecurityAlgorithm { get; }

    /// <summary>The algorithm's name in the token.</summary>
    public abstract string TokenAlgorithm { get; }

    /// <summary>The hash of the login message.</summary>
    public abstract HashAlgorithmName Hash { get; }

    /// <summary>Bytes of a signature.</summary>
    public abstract int SignatureLength { get; }

    /// <summary>What PSO is given for a digest.</summary>
    public abstract byte[] SignatureInput(ReadOnlySpan<byte> digest);

    /// <summary>Whether the card's signature over the digest is this key's. A key that cannot be computed with has signed nothing.</summary>
    public bool Verify(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        try
        {
            return IsSignature(digest, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Takes the key of a certificate; null when it is neither RSA-2048 nor P-384.</summary>
    /// <exception cref="CardException">Protocol: the card's file is no certificate.</exception>
    public static AuthenticationKey? FromCertificate(ReadOnlySpan<byte> der)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(der);
            return (AuthenticationKey?)FromRsa(certificate.GetRSAPublicKey()) ?? FromEc(certificate.GetECDsaPublicKey());
        }
        catch (CryptographicException)
        {
            // The cause may quote the certificate: it is left behind.
            throw new CardException(CardFault.Protocol, "The authentication certificate on the card cannot be read.");
        }
    }

    /// <summary>The curve is NIST P-384, and not another of 384 bits.</summary>
    public static bool IsP384(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == Secp384R1;

    /// <summary>The verification itself.</summary>
    protected abstract bool IsSignature(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature);

    private static RsaAuthenticationKey? FromRsa(RSA? key)
    {
        if (key is { KeySize: 2048 })
        {
            return new RsaAuthenticationKey(key);
        }

        key?.Dispose();
        return null;
    }

    private static EcAuthenticationKey? FromEc(ECDsa? key)
    {
        if (key is { KeySize: 384 } && IsP384(key))
        {
            return new EcAuthenticationKey(key);
        }

        key?.Dispose();
        return null;
    }
}
