using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>The roots a path may end in, pinned by SHA-256 of certificate and of key (never by name, never the machine's store).</summary>
public sealed class TrustAnchors
{
    private TrustAnchors(bool isTest, TrustAnchor[] anchors) => (IsTest, Anchors) = (isTest, anchors);

    /// <summary>Belgium Root CA4 and Root CA6. Their bytes come from the card or a folder; equality with the pin is the check.</summary>
    public static TrustAnchors Belgium { get; } = new(isTest: false, BelgianRoots.Pins);

    /// <summary>These are test anchors: whatever is proven with them says so.</summary>
    public bool IsTest { get; }

    internal IReadOnlyList<TrustAnchor> Anchors { get; }

    /// <summary>The certificates in a folder (*.crt, *.cer, *.der, *.pem), and only those: naming a folder removes the production pins.</summary>
    /// <remarks>Holders under an RSA root must have the policies of Root CA4, those under an EC root the policies of Root CA6.</remarks>
    /// <exception cref="ArgumentException">No such folder, no certificate in it, or one that is no self-signed CA. The message names the file.</exception>
    public static TrustAnchors FromTestFolder(string folder)
    {
        var anchors = new List<TrustAnchor>();
        foreach (var (file, certificates) in CertificateFolder.Read(folder))
        {
            if (certificates.Count == 0)
            {
                throw new ArgumentException($"{file} holds no certificate in DER or PEM.", nameof(folder));
            }

            anchors.AddRange(certificates.Select(certificate => FromTestCertificate(certificate, file)));
        }

        return anchors.Count > 0
            ? new TrustAnchors(isTest: true, [.. anchors])
            : throw new ArgumentException($"The folder {folder} holds no anchor: put a root's certificate into it, in a file that ends in .crt, .cer, .der or .pem.", nameof(folder));
    }

    /// <summary>The pin that this certificate is, or null.</summary>
    internal TrustAnchor? Find(Certificate certificate)
    {
        foreach (var anchor in Anchors)
        {
            if (anchor.Is(certificate))
            {
                return anchor;
            }
        }

        return null;
    }

    /// <summary>Some pinned certificate of that key is valid: a root that was re-issued lives on.</summary>
    internal bool IsValidAt(byte[] keyHash, DateTimeOffset time)
    {
        foreach (var anchor in Anchors)
        {
            if (anchor.KeyHash.AsSpan().SequenceEqual(keyHash) && anchor.NotBefore <= time && time <= anchor.NotAfter)
            {
                return true;
            }
        }

        return false;
    }

    private static TrustAnchor FromTestCertificate(Certificate certificate, string file)
    {
        using var key = VerificationKey.Of(certificate);
        if (key is null
            || CertificateProfile.Anchor.Check(certificate.Extensions) != ProfileDefect.None
            || !certificate.Issuer.Span.SequenceEqual(certificate.Subject.Span)
            || certificate.Extensions.SubjectKeyIdentifier.IsEmpty
            || !SignatureAlgorithm.TryFind(certificate.SignatureAlgorithm.Span, out var algorithm)
            || !key.Verify(algorithm, certificate.Signed.Span, certificate.Signature.Span))
        {
            throw new ArgumentException($"{file} is no self-signed CA with an allowed key: only roots are anchors.");
        }

        return new TrustAnchor
        {
            CertificateHash = SHA256.HashData(certificate.Encoded.Span),
            KeyHash = SHA256.HashData(certificate.PublicKey.Encoded.Span),
            KeyIdentifier = certificate.Extensions.SubjectKeyIdentifier.ToArray(),
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            Policies = key.Kind == KeyKind.Rsa ? PolicyFamily.Root4 : PolicyFamily.Root6,
            Certificate = certificate,
        };
    }
}
