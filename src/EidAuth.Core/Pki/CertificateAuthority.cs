using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>A CA whose certificate is proven (an anchor, or an issuing CA that verified under one), with what checking its signatures needs. Thread-safe.</summary>
internal sealed class CertificateAuthority
{
    private const int MaximumDelegates = 8;

    private readonly Lock changing = new();
    private volatile OcspDelegate[] delegates = [];
    private volatile AccessOfHolders? access;

    public CertificateAuthority(Certificate certificate, VerificationKey key)
    {
        (Certificate, Key) = (certificate, key);
        KeyHash = SHA256.HashData(certificate.PublicKey.Encoded.Span);
        OcspNameHash = OcspHash.Of(certificate.Subject.Span);
        OcspKeyHash = OcspHash.Of(certificate.PublicKey.Bits.Span);
    }

    /// <summary>Its certificate.</summary>
    public Certificate Certificate { get; }

    /// <summary>Its key.</summary>
    public VerificationKey Key { get; }

    /// <summary>SHA-256 of its SubjectPublicKeyInfo.</summary>
    public byte[] KeyHash { get; }

    /// <summary>issuerNameHash of a CertID, with SHA-1.</summary>
    public byte[] OcspNameHash { get; }

    /// <summary>issuerKeyHash of a CertID, with SHA-1.</summary>
    public byte[] OcspKeyHash { get; }

    private byte[] OcspNameSha256 => field ??= SHA256.HashData(Certificate.Subject.Span);

    private byte[] OcspKeySha256 => field ??= SHA256.HashData(Certificate.PublicKey.Bits.Span);

    /// <summary>issuerNameHash of a CertID.</summary>
    public byte[] NameHashOf(CertIdHash hash) => hash == CertIdHash.Sha256 ? OcspNameSha256 : OcspNameHash;

    /// <summary>issuerKeyHash of a CertID.</summary>
    public byte[] KeyHashOf(CertIdHash hash) => hash == CertIdHash.Sha256 ? OcspKeySha256 : OcspKeyHash;

    /// <summary>It issued that certificate, by the certificate's own words: exact name and equal key identifiers. The signature is checked apart.</summary>
    public bool IsNamedBy(Certificate certificate) => PathRules.IsNamedStrictly(Certificate, certificate);

    /// <summary>Its key made the certificate's signature, by an allowed algorithm.</summary>
    public bool Signed(Certificate certificate) => PathRules.Login.CheckSignature(certificate, Key) is null;

    /// <summary>The address of the responder that a certificate of this CA names, where it may be asked. All its holders name the same, so it is read once.</summary>
    public Uri? ResponderOf(Certificate issued, bool isTest)
    {
        var known = access;
        if (known is null || known.IsTest != isTest || !known.Information.AsSpan().SequenceEqual(issued.Extensions.InformationAccess.Span))
        {
            known = new AccessOfHolders(issued.Extensions.InformationAccess.ToArray(), isTest, AllowedAddress.OfResponder(issued, isTest));
            access = known;
        }

        return known.Responder;
    }

    /// <summary>The reading of a responder's certificate whose signature by this CA was verified, or null. All else is to be checked at each use.</summary>
    public Certificate? KnownDelegate(ReadOnlySpan<byte> encoded)
    {
        foreach (var known in delegates)
        {
            if (known.Certificate.Encoded.Span.SequenceEqual(encoded))
            {
                return known.Certificate;
            }
        }

        return null;
    }

    /// <summary>
    /// The key of a delegated responder that this CA signed directly, verified once for each certificate; null when the signature or the key does not hold. All
    /// else, also its validity, is to be checked at each use.
    /// </summary>
    public VerificationKey? KeyOfDelegate(Certificate responder)
    {
        foreach (var known in delegates)
        {
            if (known.Certificate.Encoded.Span.SequenceEqual(responder.Encoded.Span))
            {
                return known.Key;
            }
        }

        var copy = responder.Copy();
        if (!Signed(copy) || VerificationKey.Of(copy) is not { } key)
        {
            return null;
        }

        // Responders change about once a year: a full list holds old ones. Keys that fall out are left to the finalizer, another thread may be using one.
        lock (changing)
        {
            delegates = [.. delegates.Length < MaximumDelegates ? delegates : [], new OcspDelegate(copy, key)];
        }

        return key;
    }

    private sealed record OcspDelegate(Certificate Certificate, VerificationKey Key);

    private sealed record AccessOfHolders(byte[] Information, bool IsTest, Uri? Responder);
}
