using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>Root, two CAs and a leaf that make a path; a test changes one thing and runs it.</summary>
internal sealed class PathScenario
{
    public const string AlternativeNames = "2.5.29.17";
    public const string ServerAuth = "1.3.6.1.5.5.7.3.1";

    public static readonly DateTimeOffset Morning = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public PathScenario()
    {
        Root = Authority(0, "Root", 0, "Root", [0x01]);
        Outer = Authority(1, "Outer", 0, "Root", [0x02]);
        Inner = Authority(2, "Inner", 1, "Outer", [0x03]).With(Forge.BasicConstraints, Forge.Ca(0), critical: true);
        Leaf = Issue(3, Name("Leaf"), 2, "Inner", [0x04])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P384(2).Sha1))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true)
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth));
        Intermediates = () => [Outer.Encoded, Inner.Encoded];
        Anchors = () => [Root.Encoded];
    }

    public DateTimeOffset Time { get; set; } = Morning;

    public ForgedCertificate Root { get; }

    public ForgedCertificate Outer { get; }

    public ForgedCertificate Inner { get; }

    public ForgedCertificate Leaf { get; }

    public Func<IReadOnlyList<byte[]>> Intermediates { get; set; }

    public Func<IReadOnlyList<byte[]>> Anchors { get; set; }

    public PathLimits Limits { get; set; } = PathLimits.Default;

    public PathProfile Profile { get; set; } = new() { Purpose = Forge.ClientAuth };

    public static byte[] Name(string commonName, string organisation = "Oefening") =>
        Der.Sequence(Der.Set(Der.Sequence(Der.Oid("2.5.4.10"), Der.Utf8(organisation))), Der.Set(Der.Sequence(Der.Oid("2.5.4.3"), Der.Utf8(commonName))));

    public static ForgedCertificate Issue(int key, byte[] subject, int issuerKey, string issuer, byte[] serialNumber) => new()
    {
        Key = ForgeKey.P384(key),
        Subject = subject,
        IssuerKey = ForgeKey.P384(issuerKey),
        Issuer = Name(issuer),
        SerialNumber = serialNumber,
        NotBefore = Morning.AddDays(-365),
        NotAfter = Morning.AddDays(365),
    };

    public static ForgedCertificate Authority(int key, string name, int issuerKey, string issuer, byte[] serialNumber) =>
        Issue(key, Name(name), issuerKey, issuer, serialNumber)
            .With(Forge.BasicConstraints, Forge.Ca(null), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign | Forge.CrlSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P384(key).Sha1))
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P384(issuerKey).Sha1));

    /// <summary>The leaf gets this alternative name: the tag's number and its contents.</summary>
    public void NameLeaf(int kind, byte[] contents) =>
        Leaf.With(AlternativeNames, Der.Sequence(Der.Element((byte)((kind == 4 ? 0xA0 : 0x80) + kind), contents)));

    /// <summary>The inner CA gets these constraints.</summary>
    public void Constrain(IReadOnlyList<(int Kind, byte[] Contents)> permitted, IReadOnlyList<(int Kind, byte[] Contents)> excluded) =>
        Inner.With(Forge.NameConstraints, Constraints(permitted, excluded), critical: true);

    public static byte[] Constraints(IReadOnlyList<(int Kind, byte[] Contents)> permitted, IReadOnlyList<(int Kind, byte[] Contents)> excluded)
    {
        static byte[] List(int tag, IReadOnlyList<(int Kind, byte[] Contents)> names) => names.Count == 0 ? []
            : Der.Explicit(tag, [.. names.Select(name => Der.Sequence(Der.Element((byte)((name.Kind == 4 ? 0xA0 : 0x80) + name.Kind), name.Contents)))]);
        return Der.Sequence(List(0, permitted), List(1, excluded));
    }

    public PathResult Run() => PathVerifier.Verify(
        Leaf.Encoded,
        [.. Intermediates().Select(bytes => (ReadOnlyMemory<byte>)bytes)],
        [.. Anchors().Select(bytes => PathAnchor.FromCertificate(bytes))],
        Time,
        Limits,
        Profile);
}
