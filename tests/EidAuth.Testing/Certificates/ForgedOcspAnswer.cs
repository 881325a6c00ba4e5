namespace EidAuth.Testing.Certificates;

/// <summary>An OCSP answer as the test wants it: begins as a right "good" of a delegated responder, and each part can be changed.</summary>
public sealed class ForgedOcspAnswer
{
    public required ForgedCertificate Subject { get; set; }

    public required ForgedCertificate Authority { get; set; }

    /// <summary>Whose name or key stands as responderID, and who signs.</summary>
    public required ForgedCertificate Responder { get; set; }

    public required DateTimeOffset ProducedAt { get; set; }

    public DateTimeOffset? ThisUpdate { get; set; }

    public DateTimeOffset? NextUpdate { get; set; }

    public bool HasNextUpdate { get; set; } = true;

    /// <summary>The signer's key, where it is not the responder's.</summary>
    public ForgeKey? SigningKey { get; set; }

    public byte[]? Algorithm { get; set; }

    /// <summary>byKey instead of byName.</summary>
    public bool ByKey { get; set; }

    public byte[]? ResponderId { get; set; }

    /// <summary>The certificates in it; null leaves the field out.</summary>
    public IReadOnlyList<byte[]>? Certificates { get; set; }

    public bool EmbedsResponder { get; set; } = true;

    public byte[] Version { get; set; } = [];

    public byte Status { get; set; }

    public string ResponseType { get; set; } = "1.3.6.1.5.5.7.48.1.1";

    public byte[]? CertificateId { get; set; }

    public byte[] CertificateStatus { get; set; } = Good;

    public byte[] SingleExtensions { get; set; } = [];

    /// <summary>Changes the list of SingleResponses.</summary>
    public Func<byte[], IReadOnlyList<byte[]>> Responses { get; set; } = single => [single];

    /// <summary>The nonce extension made from the request's nonce; null leaves it out.</summary>
    public Func<byte[], byte[]?> Nonce { get; set; } = nonce => Extension("1.3.6.1.5.5.7.48.1.2", Der.OctetString(nonce));

    public IReadOnlyList<byte[]> MoreExtensions { get; set; } = [];

    public Func<byte[], byte[]> ChangeSigned { get; set; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeSignature { get; set; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeEncoded { get; set; } = bytes => bytes;

    public static byte[] Good => Der.Implicit(0);

    public static byte[] Unknown => Der.Implicit(2);

    public static byte[] Revoked(DateTimeOffset since, byte? reason) =>
        reason is { } code ? Der.Explicit(1, Der.GeneralizedTime(since), Der.Explicit(0, Der.Enumerated(code))) : Der.Explicit(1, Der.GeneralizedTime(since));

    public static byte[] Extension(string oid, byte[] value, bool critical = false) =>
        critical ? Der.Sequence(Der.Oid(oid), Der.True, Der.OctetString(value)) : Der.Sequence(Der.Oid(oid), Der.OctetString(value));

    /// <summary>CertID with SHA-1 hashes of these.</summary>
    public static byte[] IdOf(byte[] issuerName, ForgeKey issuerKey, byte[] serialNumber) => Der.Sequence(
        Der.Sequence(Der.Oid("1.3.14.3.2.26"), Der.Null),
        Der.OctetString(Forge.Sha1(issuerName)),
        Der.OctetString(issuerKey.Sha1),
        Der.Number(serialNumber));

    /// <summary>A SingleResponse with the times of this answer.</summary>
    public byte[] SingleResponse(byte[] certificateId, byte[] status) => Der.Sequence(
        certificateId,
        status,
        Der.GeneralizedTime(ThisUpdate ?? ProducedAt),
        HasNextUpdate ? Der.Explicit(0, Der.GeneralizedTime(NextUpdate ?? (ThisUpdate ?? ProducedAt).AddSeconds(60))) : [],
        SingleExtensions);

    /// <summary>The answer to that request, whose last 32 bytes are the nonce.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request)
    {
        if (Status != 0)
        {
            return ChangeEncoded(Der.Sequence(Der.Enumerated(Status)));
        }

        var single = SingleResponse(CertificateId ?? IdOf(Authority.Subject, Authority.Key, Subject.SerialNumber), CertificateStatus);
        var nonce = Nonce(request[^32..].ToArray());
        byte[][] extensions = [.. nonce is null ? (byte[][])[] : [nonce], .. MoreExtensions];
        var signed = Der.Sequence(
            Version,
            ResponderId ?? (ByKey ? Der.Explicit(2, Der.OctetString(Responder.Key.Sha1)) : Der.Explicit(1, Responder.Subject)),
            Der.GeneralizedTime(ProducedAt),
            Der.Sequence([.. Responses(single)]),
            extensions.Length > 0 ? Der.Explicit(1, Der.Sequence(extensions)) : []);
        var key = SigningKey ?? Responder.Key;
        var algorithm = Algorithm ?? key.Algorithm;
        var signature = ChangeSignature(key.Sign(signed, algorithm));
        var certificates = Certificates ?? (EmbedsResponder ? [Responder.Encoded] : null);
        var basic = Der.Sequence(
            ChangeSigned(signed),
            algorithm,
            Der.BitString(signature),
            certificates is null ? [] : Der.Explicit(0, Der.Sequence([.. certificates])));
        return ChangeEncoded(Der.Sequence(
            Der.Enumerated(0),
            Der.Explicit(0, Der.Sequence(Der.Oid(ResponseType), Der.OctetString(basic)))));
    }
}
