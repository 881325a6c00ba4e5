namespace EidAuth.Testing.Certificates;

/// <summary>A revocation list as the test wants it: begins as a right one without entries, each part can be changed, before signing or after. Encoded at each call.</summary>
public sealed class ForgedCrl
{
    private readonly List<(string Oid, bool Critical, byte[] Value)> extensions = [];

    public required byte[] Issuer { get; set; }

    public required ForgeKey Key { get; set; }

    public required DateTimeOffset ThisUpdate { get; set; }

    /// <summary>Null leaves it out.</summary>
    public required DateTimeOffset? NextUpdate { get; set; }

    /// <summary>The version field: v2; empty for version 1, which has no extensions either.</summary>
    public byte[] Version { get; set; } = Der.Number(1);

    /// <summary>Both times as they are encoded, where a test wants others.</summary>
    public byte[]? Times { get; set; }

    /// <summary>The entries, encoded. None leaves the whole list of them out.</summary>
    public IReadOnlyList<byte[]> Entries { get; set; } = [];

    /// <summary>Puts the list of entries there even when it is empty.</summary>
    public bool HasEmptyEntries { get; set; }

    /// <summary>What it says it is signed with, inside and out.</summary>
    public byte[]? Algorithm { get; set; }

    public byte[]? OuterAlgorithm { get; set; }

    /// <summary>Changes tbsCertList before it is signed.</summary>
    public Func<byte[], byte[]> ChangeBeforeSigning { get; set; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeSigned { get; set; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeSignature { get; set; } = bytes => bytes;

    public Func<byte[], byte[]> ChangeEncoded { get; set; } = bytes => bytes;

    /// <summary>The list of that CA, made an hour ago and for a week, with its key identifier and number 4321.</summary>
    public static ForgedCrl Of(ForgedCertificate authority, DateTimeOffset now) => new ForgedCrl
    {
        Issuer = authority.Subject,
        Key = authority.Key,
        ThisUpdate = now.AddHours(-1),
        NextUpdate = now.AddHours(-1).AddDays(7),
    }
    .With(Forge.AuthorityKeyIdentifier, Forge.Authority(authority.Key.Sha1))
    .With(Forge.CrlNumber, Der.Number(0x10, 0xE1));

    /// <summary>An entry; extensions as <see cref="ForgedOcspAnswer.Extension"/> makes them.</summary>
    public static byte[] Entry(byte[] serialNumber, DateTimeOffset since, params byte[][] extensions) => Der.Sequence(
        Der.Number(serialNumber),
        Der.Time(since),
        extensions.Length > 0 ? Der.Sequence(extensions) : []);

    /// <summary>The reason of an entry.</summary>
    public static byte[] Reason(byte code) => ForgedOcspAnswer.Extension(Forge.ReasonCode, Der.Enumerated(code));

    /// <summary>Puts an extension in the place of the one with its OID, or at the end.</summary>
    public ForgedCrl With(string oid, byte[] value, bool critical = false)
    {
        Without(oid);
        return WithAnother(oid, value, critical);
    }

    public ForgedCrl WithAnother(string oid, byte[] value, bool critical = false)
    {
        extensions.Add((oid, critical, value));
        return this;
    }

    public ForgedCrl Without(string oid)
    {
        extensions.RemoveAll(extension => extension.Oid == oid);
        return this;
    }

    /// <summary>Version 1, as the Belgian roots' lists were until 2017.</summary>
    public ForgedCrl AsVersion1()
    {
        extensions.Clear();
        Version = [];
        return this;
    }

    public byte[] Encode()
    {
        var inner = Algorithm ?? Key.Algorithm;
        var list = extensions.Select(extension => ForgedOcspAnswer.Extension(extension.Oid, extension.Value, extension.Critical));
        var signed = ChangeBeforeSigning(Der.Sequence(
            Version,
            inner,
            Issuer,
            Times ?? [.. Der.Time(ThisUpdate), .. NextUpdate is { } next ? Der.Time(next) : []],
            Entries.Count > 0 || HasEmptyEntries ? Der.Sequence([.. Entries]) : [],
            extensions.Count > 0 ? Der.Explicit(0, Der.Sequence([.. list])) : []));
        var signature = ChangeSignature(Key.Sign(signed, inner));
        return ChangeEncoded(Der.Sequence(ChangeSigned(signed), OuterAlgorithm ?? inner, Der.BitString(signature)));
    }
}
