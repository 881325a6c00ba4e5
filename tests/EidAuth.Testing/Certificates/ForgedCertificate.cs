namespace EidAuth.Testing.Certificates;

/// <summary>
/// A certificate as the test wants it. It begins as a right one and each part can be changed, before signing (then the signature holds) or after. It is encoded
/// once, when it is first asked for.
/// </summary>
public sealed class ForgedCertificate
{
    private readonly List<(string Oid, bool Critical, byte[] Value)> extensions = [];
    private byte[]? encoded;

    public required ForgeKey Key { get; set; }

    public required byte[] Subject { get; set; }

    public required byte[] Issuer { get; set; }

    public required ForgeKey IssuerKey { get; set; }

    public required DateTimeOffset NotBefore { get; set; }

    public required DateTimeOffset NotAfter { get; set; }

    /// <summary>Contents of the INTEGER.</summary>
    public byte[] SerialNumber { get; set; } = [0x10, 0, 0, 0, 0, 0, 0, 0, 0x5A, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07];

    public byte[] Version { get; set; } = Der.Explicit(0, Der.Number(2));

    public byte[]? Validity { get; set; }

    public byte[]? SubjectPublicKeyInfo { get; set; }

    /// <summary>What it says it is signed with, inside and out.</summary>
    public byte[]? Algorithm { get; set; }

    /// <summary>What the outer part says, where it differs.</summary>
    public byte[]? OuterAlgorithm { get; set; }

    /// <summary>Changes TBSCertificate before it is signed.</summary>
    public Func<byte[], byte[]> ChangeBeforeSigning { get; set; } = bytes => bytes;

    /// <summary>Changes TBSCertificate after it was signed.</summary>
    public Func<byte[], byte[]> ChangeSigned { get; set; } = bytes => bytes;

    /// <summary>Changes the signature's bytes.</summary>
    public Func<byte[], byte[]> ChangeSignature { get; set; } = bytes => bytes;

    /// <summary>Changes the whole.</summary>
    public Func<byte[], byte[]> ChangeEncoded { get; set; } = bytes => bytes;

    public byte[] Encoded => encoded ??= Encode();

    /// <summary>Puts an extension in the place of those with its OID, or at the end.</summary>
    public ForgedCertificate With(string oid, byte[] value, bool critical = false)
    {
        var place = extensions.FindIndex(extension => extension.Oid == oid);
        Without(oid);
        extensions.Insert(place < 0 ? extensions.Count : place, (oid, critical, value));
        return this;
    }

    /// <summary>Adds an extension, whatever is there already.</summary>
    public ForgedCertificate WithAnother(string oid, byte[] value, bool critical = false)
    {
        extensions.Add((oid, critical, value));
        return this;
    }

    public ForgedCertificate Without(string oid)
    {
        extensions.RemoveAll(extension => extension.Oid == oid);
        return this;
    }

    public ForgedCertificate WithoutExtensions()
    {
        extensions.Clear();
        return this;
    }

    private byte[] Encode()
    {
        var inner = Algorithm ?? IssuerKey.Algorithm;
        var list = extensions.Select(extension => extension.Critical
            ? Der.Sequence(Der.Oid(extension.Oid), Der.True, Der.OctetString(extension.Value))
            : Der.Sequence(Der.Oid(extension.Oid), Der.OctetString(extension.Value)));
        var signed = ChangeBeforeSigning(Der.Sequence(
            Version,
            Der.Number(SerialNumber),
            inner,
            Issuer,
            Validity ?? Der.Sequence(Der.Time(NotBefore), Der.Time(NotAfter)),
            Subject,
            SubjectPublicKeyInfo ?? Key.SubjectPublicKeyInfo,
            extensions.Count > 0 ? Der.Explicit(3, Der.Sequence([.. list])) : []));
        var signature = ChangeSignature(IssuerKey.Sign(signed, inner));
        return ChangeEncoded(Der.Sequence(ChangeSigned(signed), OuterAlgorithm ?? inner, Der.BitString(signature)));
    }
}
