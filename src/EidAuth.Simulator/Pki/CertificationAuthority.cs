using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>A CA of the test PKI: its certificate, its key, and what it puts in every certificate it signs.</summary>
internal sealed class CertificationAuthority : IDisposable
{
    private readonly Lock gate = new();
    private readonly AsymmetricAlgorithm key;
    private readonly X509SignatureGenerator generator;
    private readonly PkiAddresses addresses;

    /// <param name="name">root-rsa, root-ec, citizen-rsa or citizen-ec: the last segment of its responder's address.</param>
    /// <param name="certificate">Its own certificate.</param>
    /// <param name="key">Its private key; disposed with it.</param>
    /// <param name="addresses">Where its responder is.</param>
    public CertificationAuthority(string name, X509Certificate2 certificate, AsymmetricAlgorithm key, PkiAddresses addresses)
    {
        (Name, NamedIssuer, Certificate, this.key, this.addresses) = (name, name, certificate, key, addresses);
        generator = GeneratorOf(key);
    }

    public string Name { get; }

    public X509Certificate2 Certificate { get; }

    /// <summary>Roots and CAs with RSA sign with SHA-256, those with P-384 with SHA-384, as roots 4 and 6 do.</summary>
    public HashAlgorithmName Hash => HashOf(key);

    public static HashAlgorithmName HashOf(AsymmetricAlgorithm key) => key is RSA ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA384;

    public static X509SignatureGenerator GeneratorOf(AsymmetricAlgorithm key) => key switch
    {
        RSA rsa => X509SignatureGenerator.CreateForRSA(rsa, RSASignaturePadding.Pkcs1),
        ECDsa ec => X509SignatureGenerator.CreateForECDsa(ec),
        _ => throw new ArgumentException("RSA or ECDSA.", nameof(key)),
    };

    /// <summary>Certificates of this CA name a responder of its own.</summary>
    public bool NamesResponder { get; init; } = true;

    /// <summary>Whose certificate caIssuers is, in what this CA certifies: its own.</summary>
    public string NamedIssuer { get; init; }

    /// <summary>Starts a certificate under this CA with what all of them have: authority key identifier, AIA and CRL distribution point.</summary>
    public CertificateRequest Request(X500DistinguishedName subject, PublicKey subjectKey)
    {
        var request = new CertificateRequest(subject, subjectKey, Hash);
        var ski = Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single();
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(ski));
        request.CertificateExtensions.Add(
            new X509AuthorityInformationAccessExtension(NamesResponder ? [addresses.Ocsp(Name)] : [], [addresses.Certificate(NamedIssuer)]));
        request.CertificateExtensions.Add(
            CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([addresses.RevocationList(Name)]));
        return request;
    }

    /// <summary>Signs it.</summary>
    /// <param name="request">From <see cref="Request"/>, with what the profile adds.</param>
    /// <param name="validity">notBefore and notAfter.</param>
    /// <param name="serialNumber">Big-endian, positive.</param>
    public X509Certificate2 Issue(CertificateRequest request, CertificateValidity validity, ReadOnlySpan<byte> serialNumber)
    {
        lock (gate)
        {
            return request.Create(Certificate.SubjectName, generator, validity.NotBefore, validity.NotAfter, serialNumber);
        }
    }

    /// <summary>Lends its key for something else than a certificate; one at a time.</summary>
    public byte[] Sign(Func<X509SignatureGenerator, byte[]> sign)
    {
        lock (gate)
        {
            return sign(generator);
        }
    }

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}
