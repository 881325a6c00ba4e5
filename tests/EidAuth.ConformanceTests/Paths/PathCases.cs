using EidAuth.Pki;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>The rules of RFC 5280 §6.1, each with what breaks it alone.</summary>
internal static class PathCases
{

    private const string NoPolicies = "policies are not processed here: a path that constrains them is refused";
    private const string Sha1 = "it takes SHA-1 for as good as another hash";

    public static readonly PathCase[] All =
    [
        new("nothing changed", _ => { }, null),
        new("intermediates in the other order", s => s.Intermediates = () => [s.Inner.Encoded, s.Outer.Encoded], null),
        new("rubbish among the intermediates", s => s.Intermediates = () => [[], [0x30], s.Outer.Encoded, [1, 2, 3], s.Inner.Encoded], null),
        new("the root among the intermediates", s => s.Intermediates = () => [s.Root.Encoded, s.Outer.Encoded, s.Inner.Encoded], null),

        new("a bit of the leaf's signature", s => s.Leaf.ChangeSignature = x => Forge.FlipBit(x, -1), PathDefect.SignatureInvalid),
        new("a bit of the inner CA's signature", s => s.Inner.ChangeSignature = x => Forge.FlipBit(x, -1), PathDefect.SignatureInvalid),
        new("a bit of the outer CA's signature", s => s.Outer.ChangeSignature = x => Forge.FlipBit(x, -1), PathDefect.SignatureInvalid),
        new("a bit of the root's own signature, which proves nothing", s => s.Root.ChangeSignature = x => Forge.FlipBit(x, -1), null),
        new("the inner CA is missing", s => s.Intermediates = () => [s.Outer.Encoded], PathDefect.IssuerUnknown),
        new("the outer CA is missing", s => s.Intermediates = () => [s.Inner.Encoded], PathDefect.IssuerUnknown),
        new("another root with the root's name", s => s.Anchors = () => [PathScenario.Authority(5, "Root", 5, "Root", [0x01]).Without(Forge.SubjectKeyIdentifier).Encoded], PathDefect.SignatureInvalid),
        new("another root with the root's name, told apart by its key identifier", s => s.Anchors = () => [PathScenario.Authority(5, "Root", 5, "Root", [0x01]).Encoded], PathDefect.IssuerUnknown),
        new("the inner CA as anchor", s => s.Anchors = () => [s.Inner.Encoded], null) { OthersDiffer = "it wants a self-signed anchor" },
        new("an issuer with the right name and another key identifier", s => s.Inner.With(Forge.SubjectKeyIdentifier, Der.OctetString(new byte[20])), PathDefect.IssuerUnknown),
        new("no key identifiers at all", s => { s.Inner.Without(Forge.SubjectKeyIdentifier); s.Leaf.Without(Forge.AuthorityKeyIdentifier); }, null),
        new("the right CA second, after one with its name and another key", TwoInner, null) { OthersDiffer = "it takes the first that fits by name and does not come back" },

        new("the leaf ends a second ago", s => s.Leaf.NotAfter = s.Time.AddSeconds(-1), PathDefect.Expired),
        new("the leaf begins in a second", s => s.Leaf.NotBefore = s.Time.AddSeconds(1), PathDefect.NotYetValid),
        new("the leaf's first second", s => s.Leaf.NotBefore = s.Time, null),
        new("the leaf's last second", s => s.Leaf.NotAfter = s.Time, null) { OthersDiffer = "its last second is outside" },
        new("the outer CA has ended", s => s.Outer.NotAfter = s.Time.AddSeconds(-1), PathDefect.Expired),
        new("the inner CA has not begun", s => s.Inner.NotBefore = s.Time.AddSeconds(1), PathDefect.NotYetValid),
        new("the anchor has ended", s => s.Root.NotAfter = s.Time.AddSeconds(-1), PathDefect.Expired),

        new("the inner CA is none", s => s.Inner.Without(Forge.BasicConstraints), PathDefect.IssuerNotCa),
        new("the inner CA says it is none", s => s.Inner.With(Forge.BasicConstraints, Der.Sequence(), critical: true), PathDefect.IssuerNotCa),
        new("the inner CA may not sign certificates", s => s.Inner.With(Forge.KeyUsage, Forge.Usage(Forge.CrlSign), critical: true), PathDefect.IssuerKeyUsage),
        new("the inner CA without key usage", s => s.Inner.Without(Forge.KeyUsage), null),
        new("a path length of 0 above another CA", s => s.Outer.With(Forge.BasicConstraints, Forge.Ca(0), critical: true), PathDefect.PathLength),
        new("a path length of 1 above another CA", s => s.Outer.With(Forge.BasicConstraints, Forge.Ca(1), critical: true), null),
        new("the anchor's path length of 1 above two CAs", s => s.Root.With(Forge.BasicConstraints, Forge.Ca(1), critical: true), PathDefect.PathLength),
        new("the anchor's path length of 2 above two CAs", s => s.Root.With(Forge.BasicConstraints, Forge.Ca(2), critical: true), null),
        new("the leaf is a CA", s => s.Leaf.With(Forge.BasicConstraints, Forge.Ca(null), critical: true), PathDefect.LeafIsCa) { OthersDiffer = "what a leaf is wanted for is not its question" },

        new("the leaf without purposes", s => s.Leaf.Without(Forge.ExtendedKeyUsage), PathDefect.ExtendedKeyUsage) { OthersDiffer = "a leaf without purposes has all of them to it" },
        new("the leaf for any purpose", s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), PathDefect.ExtendedKeyUsage),
        new("the leaf for another purpose", s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ServerAuth)), PathDefect.ExtendedKeyUsage),
        new("the inner CA for another purpose", s => s.Inner.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ServerAuth)), PathDefect.IssuerExtendedKeyUsage),
        new("the inner CA for any purpose", s => s.Inner.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), null) { OthersDiffer = "it wants the purpose itself in a CA's list" },

        new("an unknown critical extension in the leaf", s => s.Leaf.With("1.2.3.4", Der.Null, critical: true), PathDefect.CriticalExtension),
        new("an unknown critical extension in the inner CA", s => s.Inner.With("1.2.3.4", Der.Null, critical: true), PathDefect.CriticalExtension),
        new("an unknown extension that is not critical", s => s.Inner.With("1.2.3.4", Der.Null), null),
        new("an extension twice in the leaf", s => s.Leaf.WithAnother(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature)), PathDefect.CertificateMalformed),
        new("an extension twice in the inner CA", s => s.Inner.WithAnother(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign)), PathDefect.IssuerUnknown),
        new("explicit policy demanded by the inner CA", s => s.Inner.With(Forge.PolicyConstraints, Der.Sequence(Der.Implicit(0, [0])), critical: true), PathDefect.PolicyRules) { OthersDiffer = NoPolicies },
        new("anyPolicy inhibited by the inner CA", s => s.Inner.With("2.5.29.54", Der.Number(0), critical: true), PathDefect.PolicyRules) { OthersDiffer = NoPolicies },

        new("the leaf signed with ecdsa-with-SHA1", s => s.Leaf.Algorithm = ForgeAlgorithm.EcdsaSha1, PathDefect.AlgorithmNotAllowed) { OthersDiffer = Sha1 },
        new("the inner CA signed with ecdsa-with-SHA1", s => s.Inner.Algorithm = ForgeAlgorithm.EcdsaSha1, PathDefect.AlgorithmNotAllowed) { OthersDiffer = Sha1 },
        new("two algorithms in the leaf", s => s.Leaf.OuterAlgorithm = ForgeAlgorithm.EcdsaSha512, PathDefect.CertificateMalformed),
        new("a key on no curve we take", s => s.Leaf.SubjectPublicKeyInfo = Der.Sequence(Der.Sequence(Der.Oid("1.3.101.112")), Der.BitString(new byte[32])), PathDefect.KeyNotAllowed) { OthersDiffer = "Ed25519 is a key to it" },
        new("a byte after the leaf", s => s.Leaf.ChangeEncoded = x => [.. x, 0], PathDefect.CertificateMalformed) { OthersDiffer = "its loader passes over trailing bytes" },
    ];

    private static void TwoInner(PathScenario scenario)
    {
        var other = PathScenario.Authority(6, "Inner", 1, "Outer", [0x09]).Without(Forge.SubjectKeyIdentifier);
        scenario.Intermediates = () => [scenario.Outer.Encoded, other.Encoded, scenario.Inner.Encoded];
    }
}
