using System.Security.Cryptography;

namespace EidAuth.Testing.Certificates;

/// <summary>A key pair. Making them is slow, so the usual ones are made once per process and shared; certificates are issued anew by each test.</summary>
public sealed class ForgeKey
{
    private static readonly Lazy<ForgeKey>[] EcP384 = [.. Enumerable.Range(0, 8).Select(_ => Lazily(() => ECDsa.Create(ECCurve.NamedCurves.nistP384)))];
    private static readonly Lazy<ForgeKey>[] EcP256 = [.. Enumerable.Range(0, 4).Select(_ => Lazily(() => ECDsa.Create(ECCurve.NamedCurves.nistP256)))];
    private static readonly Lazy<ForgeKey>[] Rsa2048 = [.. Enumerable.Range(0, 4).Select(_ => Lazily(() => RSA.Create(2048)))];

    private readonly AsymmetricAlgorithm key;

    public ForgeKey(AsymmetricAlgorithm key)
    {
        this.key = key;
        SubjectPublicKeyInfo = key.ExportSubjectPublicKeyInfo();
        Algorithm = key is RSA ? ForgeAlgorithm.RsaSha256 : key.KeySize == 256 ? ForgeAlgorithm.EcdsaSha256 : ForgeAlgorithm.EcdsaSha384;
    }

    /// <summary>The public half.</summary>
    public byte[] SubjectPublicKeyInfo { get; }

    /// <summary>What it signs with unless told otherwise.</summary>
    public byte[] Algorithm { get; }

    /// <summary>The private half for another program; belongs in a test's own temporary folder only.</summary>
    public string ExportPrivateKeyPem() => key.ExportPkcs8PrivateKeyPem();

    /// <summary>SHA-1 of the key's bits: key identifiers, and the responder's and issuer's hashes of OCSP.</summary>
    public byte[] Sha1 => Forge.Sha1(Bits);

    /// <summary>The BIT STRING's contents without the count of unused bits.</summary>
    public byte[] Bits
    {
        get
        {
            System.Formats.Asn1.AsnDecoder.ReadSequence(SubjectPublicKeyInfo, System.Formats.Asn1.AsnEncodingRules.DER, out var offset, out var length, out _);
            var inside = SubjectPublicKeyInfo.AsSpan(offset, length);
            System.Formats.Asn1.AsnDecoder.ReadSequence(inside, System.Formats.Asn1.AsnEncodingRules.DER, out _, out _, out var algorithm);
            return System.Formats.Asn1.AsnDecoder.ReadBitString(inside[algorithm..], System.Formats.Asn1.AsnEncodingRules.DER, out _, out _);
        }
    }

    /// <summary>One of eight P-384 keys.</summary>
    public static ForgeKey P384(int number) => EcP384[number].Value;

    /// <summary>One of four P-256 keys.</summary>
    public static ForgeKey P256(int number) => EcP256[number].Value;

    /// <summary>One of four RSA-2048 keys.</summary>
    public static ForgeKey Rsa(int number) => Rsa2048[number].Value;

    /// <summary>Signs as certificates and OCSP answers are signed; the hash is the one of the AlgorithmIdentifier.</summary>
    public byte[] Sign(byte[] data, byte[] algorithm)
    {
        var hash = HashOf(algorithm);
        return key is RSA rsa
            ? rsa.SignData(data, hash, RSASignaturePadding.Pkcs1)
            : ((ECDsa)key).SignData(data, hash, DSASignatureFormat.Rfc3279DerSequence);
    }

    /// <summary>Signs as a card signs a login: PKCS#1 v1.5, or r and s in their full width.</summary>
    public byte[] SignDigest(byte[] digest, HashAlgorithmName hash) => key is RSA rsa
        ? rsa.SignHash(digest, hash, RSASignaturePadding.Pkcs1)
        : ((ECDsa)key).SignHash(digest, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>The name of the token's algorithm for this key, and its hash.</summary>
    public (string Name, HashAlgorithmName Hash) TokenAlgorithm => key is RSA ? ("RS256", HashAlgorithmName.SHA256)
        : key.KeySize switch
        {
            256 => ("ES256", HashAlgorithmName.SHA256),
            384 => ("ES384", HashAlgorithmName.SHA384),
            _ => ("ES512", HashAlgorithmName.SHA512),
        };

    private static HashAlgorithmName HashOf(byte[] algorithm)
    {
        bool Is(byte[] other) => algorithm.AsSpan().SequenceEqual(other);
        return Is(ForgeAlgorithm.EcdsaSha1) || Is(ForgeAlgorithm.RsaSha1) ? HashAlgorithmName.SHA1
            : Is(ForgeAlgorithm.RsaMd5) ? HashAlgorithmName.MD5
            : Is(ForgeAlgorithm.EcdsaSha384) || Is(ForgeAlgorithm.RsaSha384) ? HashAlgorithmName.SHA384
            : Is(ForgeAlgorithm.EcdsaSha512) ? HashAlgorithmName.SHA512
            : HashAlgorithmName.SHA256;
    }

    private static Lazy<ForgeKey> Lazily(Func<AsymmetricAlgorithm> make) => new(() => new ForgeKey(make()));
}
