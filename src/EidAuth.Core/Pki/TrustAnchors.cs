using System.Security.Cryptography;

namespace EidAuth.Pki;

/// <summary>The roots a path may end in, pinned by SHA-256 of certificate and of key (never by name, never the machine's store).</summary>
public sealed class TrustAnchors
{
    private readonly TrustAnchor[] anchors;

    private TrustAnchors(bool isTest, TrustAnchor[] anchors) => (IsTest, this.anchors) = (isTest, anchors);

    /// <summary>Belgium Root CA4, both issues, and Root CA6. Their bytes come from the card or a folder; equality with the pin is the check.</summary>
    public static TrustAnchors Belgium { get; } = Named(BelgianRoot.Ca4, BelgianRoot.Ca6);

    /// <summary>These are test anchors: whatever is proven with them says so.</summary>
    public bool IsTest { get; }

    internal IReadOnlyList<TrustAnchor> Anchors => anchors;

    /// <summary>
    /// These roots and no others, for what was signed long ago: everything under Root CA, CA2 and CA3 is signed with SHA-1, which no login takes, so as anchors of a
    /// <see cref="Login.LoginVerifier"/> they come to nothing. <see cref="AnchorOf"/> and <see cref="PathProfile.Sha1Allowed"/> are for them.
    /// </summary>
    /// <exception cref="ArgumentException">None is named, or one that there is not.</exception>
    public static TrustAnchors Named(params BelgianRoot[] roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        return roots.Length > 0 && Array.TrueForAll(roots, Enum.IsDefined)
            ? new TrustAnchors(isTest: false, [.. BelgianRoots.Pins.Where(pin => roots.Contains(pin.Root!.Value))])
            : throw new ArgumentException("Name one of the Belgian roots: 1, 2, 3, 4 or 6.", nameof(roots));
    }

    /// <summary>The certificates in a folder (*.crt, *.cer, *.der, *.pem), and only those: naming a folder removes the production pins.</summary>
    /// <remarks>Holders under an RSA root must have the policies of Root CA4, those under an EC root the policies of Root CA6.</remarks>
    /// <exception cref="ArgumentException">
    /// No such folder, no certificate in it, one that is no self-signed CA, or a Belgian root: test and production roots are never trusted together. The message names the file.
    /// </exception>
    public static TrustAnchors FromTestFolder(string folder) => FromTestFolder(folder, BelgianRoots.Pins);

    /// <summary>The same with other roots for the Belgian ones.</summary>
    internal static TrustAnchors FromTestFolder(string folder, IReadOnlyList<TrustAnchor> production)
    {
        var anchors = new List<TrustAnchor>();
        foreach (var (file, certificates) in CertificateFolder.Read(folder))
        {
            if (certificates.Count == 0)
            {
                throw new ArgumentException($"{file} holds no certificate in DER or PEM.", nameof(folder));
            }

            anchors.AddRange(certificates.Select(certificate => FromTestCertificate(certificate, file, production)));
        }

        return anchors.Count > 0
            ? new TrustAnchors(isTest: true, [.. anchors])
            : throw new ArgumentException($"The folder {folder} holds no anchor: put a root's certificate into it, in a file that ends in .crt, .cer, .der or .pem.", nameof(folder));
    }

    /// <summary>The anchor for <see cref="PathVerifier"/> that these bytes are, DER; null when they are none of the pins. They may come from anywhere.</summary>
    public PathAnchor? AnchorOf(ReadOnlyMemory<byte> certificate) =>
        Certificate.TryRead(certificate, out var read) && Find(read!) is not null ? PathAnchor.FromCertificate(certificate.Span) : null;

    /// <summary>The pin that this certificate is, or null.</summary>
    internal TrustAnchor? Find(Certificate certificate)
    {
        foreach (var anchor in anchors)
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
        foreach (var anchor in anchors)
        {
            if (anchor.KeyHash.AsSpan().SequenceEqual(keyHash) && anchor.NotBefore <= time && time <= anchor.NotAfter)
            {
                return true;
            }
        }

        return false;
    }

    private static TrustAnchor FromTestCertificate(Certificate certificate, string file, IReadOnlyList<TrustAnchor> production)
    {
        var keyHash = SHA256.HashData(certificate.PublicKey.Encoded.Span);
        if (production.Any(pin => pin.KeyHash.AsSpan().SequenceEqual(keyHash)))
        {
            throw new ArgumentException($"{file} is a Belgian root: a folder of test anchors holds roots of a test PKI alone. Without the folder the Belgian roots are trusted.");
        }

        using var key = VerificationKey.Of(certificate);
        if (key is null
            || PathRules.Login.CheckAnchor(certificate, authoritiesBelow: 1) is not null
            || !certificate.Issuer.Span.SequenceEqual(certificate.Subject.Span)
            || certificate.Extensions.SubjectKeyIdentifier.IsEmpty
            || PathRules.Login.CheckSignature(certificate, key) is not null)
        {
            throw new ArgumentException($"{file} is no self-signed CA with an allowed key: only roots are anchors.");
        }

        return new TrustAnchor
        {
            CertificateHash = SHA256.HashData(certificate.Encoded.Span),
            KeyHash = keyHash,
            KeyIdentifier = certificate.Extensions.SubjectKeyIdentifier.ToArray(),
            NotBefore = certificate.NotBefore,
            NotAfter = certificate.NotAfter,
            Policies = key.Kind == KeyKind.Rsa ? PolicyFamily.Root4 : PolicyFamily.Root6,
            Certificate = certificate,
        };
    }
}
