namespace EidAuth.Pki;

/// <summary>
/// A certificate that is trusted because it was given as such: a path may end here. Its own constraints (path length, names, validity) hold for the path; its signature
/// is not looked at.
/// </summary>
public sealed class PathAnchor
{
    private PathAnchor(Certificate certificate, VerificationKey key) => (Certificate, Key) = (certificate, key);

    /// <summary>DER.</summary>
    public ReadOnlyMemory<byte> Encoded => Certificate.Encoded;

    internal Certificate Certificate { get; }

    internal VerificationKey Key { get; }

    /// <summary>The policies of Belgian certificates under it.</summary>
    internal PolicyFamily Policies => BelgianRoots.Find(Certificate)?.Policies ?? (Key.Kind == KeyKind.Rsa ? PolicyFamily.Root4 : PolicyFamily.Root6);

    /// <summary>Reads an anchor; the bytes are copied.</summary>
    /// <param name="der">Exactly one certificate, version 3.</param>
    /// <exception cref="ArgumentException">It does not read, is no CA, or its key is not allowed.</exception>
    public static PathAnchor FromCertificate(ReadOnlySpan<byte> der) =>
        Certificate.TryRead(der.ToArray(), out var certificate) && certificate!.Extensions.IsCa && VerificationKey.Of(certificate) is { } key
            ? new PathAnchor(certificate, key)
            : throw new ArgumentException("An anchor is the certificate of a CA, version 3, with an allowed key.", nameof(der));
}
