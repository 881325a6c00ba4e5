namespace EidAuth.Pki;

/// <summary>
/// An X.509 certificate, version 3 (RFC 5280 §4.1), read once and strictly; all later checks use this reading. Reading proves nothing. Its parts are slices of
/// the bytes it was read from, which must not change while it is used.
/// </summary>
internal sealed class Certificate
{
    /// <summary>The largest certificate that is looked at, in bytes of DER.</summary>
    public const int MaximumLength = 16 * 1024;

    private Certificate()
    {
    }

    /// <summary>The whole certificate.</summary>
    public ReadOnlyMemory<byte> Encoded { get; private init; }

    /// <summary>TBSCertificate, the signed bytes.</summary>
    public ReadOnlyMemory<byte> Signed { get; private init; }

    /// <summary>The signature's AlgorithmIdentifier, the same inside and outside.</summary>
    public ReadOnlyMemory<byte> SignatureAlgorithm { get; private init; }

    /// <summary>The signature's bytes.</summary>
    public ReadOnlyMemory<byte> Signature { get; private init; }

    /// <summary>Positive, 1 to 20 bytes. Personal data where the certificate is a citizen's.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; private init; }

    /// <summary>DER of the issuer's name: compared as bytes.</summary>
    public ReadOnlyMemory<byte> Issuer { get; private init; }

    /// <summary>DER of the subject's name.</summary>
    public ReadOnlyMemory<byte> Subject { get; private init; }

    /// <summary>First moment of validity.</summary>
    public DateTimeOffset NotBefore { get; private init; }

    /// <summary>Last moment of validity (inclusive, RFC 5280 §4.1.2.5).</summary>
    public DateTimeOffset NotAfter { get; private init; }

    /// <summary>The subject's key.</summary>
    public required SubjectPublicKey PublicKey { get; init; }

    /// <summary>The extensions.</summary>
    public required CertificateExtensions Extensions { get; init; }

    /// <summary>Says nothing of the subject.</summary>
    public override string ToString() => nameof(Certificate);

    /// <summary>Reads exactly one certificate: trailing bytes, even zeros, are an error.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> der, out Certificate? certificate)
    {
        certificate = null;
        var outside = new DerReader(der);
        if (der.Length > MaximumLength
            || !outside.TryEnter(DerTag.Sequence, out var body)
            || !outside.IsEmpty
            || !body.TryRead(DerTag.Sequence, out var tbs, out var signed)
            || !body.TryRead(DerTag.Sequence, out _, out var outerAlgorithm)
            || !body.TryReadBits(out var signature, out var unused)
            || unused != 0
            || !body.IsEmpty)
        {
            return false;
        }

        var inside = new DerReader(tbs);
        if (!inside.TryEnter(DerTag.Explicit0, out var version)
            || !version.TryReadSmall(DerTag.Integer, out var number)
            || number != 2
            || !version.IsEmpty
            || !inside.TryReadInteger(out var serial)
            || !IsSerialNumber(serial.Span)
            || !inside.TryRead(DerTag.Sequence, out _, out var innerAlgorithm)
            || !innerAlgorithm.Span.SequenceEqual(outerAlgorithm.Span)
            || !inside.TryRead(DerTag.Sequence, out _, out var issuer)
            || !inside.TryEnter(DerTag.Sequence, out var validity)
            || !validity.TryReadTime(out var notBefore)
            || !validity.TryReadTime(out var notAfter)
            || !validity.IsEmpty
            || !inside.TryRead(DerTag.Sequence, out _, out var subject)
            || !inside.TryRead(DerTag.Sequence, out _, out var keyInfo)
            || !SubjectPublicKey.TryRead(keyInfo, out var publicKey)
            || !inside.TryEnter(DerTag.Explicit3, out var extensionsOutside)
            || !extensionsOutside.TryRead(DerTag.Sequence, out var extensionList)
            || !extensionsOutside.IsEmpty
            || !inside.IsEmpty
            || !CertificateExtensions.TryRead(extensionList, out var extensions))
        {
            return false;
        }

        certificate = new Certificate
        {
            Encoded = der,
            Signed = signed,
            SignatureAlgorithm = outerAlgorithm,
            Signature = signature,
            SerialNumber = serial,
            Issuer = issuer,
            Subject = subject,
            NotBefore = notBefore,
            NotAfter = notAfter,
            PublicKey = publicKey,
            Extensions = extensions!,
        };
        return true;
    }

    /// <summary>The same reading over bytes nobody else holds, for what is kept.</summary>
    public Certificate Copy()
    {
        _ = TryRead(Encoded.ToArray(), out var copy);
        return copy!;
    }

    /// <summary>Both ends of the validity period included.</summary>
    public bool IsValidAt(DateTimeOffset time) => NotBefore <= time && time <= NotAfter;

    // RFC 5280 §4.1.2.2: positive, at most 20 octets.
    private static bool IsSerialNumber(ReadOnlySpan<byte> serial) => serial.Length <= 20 && serial[0] < 0x80 && serial is not [0];
}
