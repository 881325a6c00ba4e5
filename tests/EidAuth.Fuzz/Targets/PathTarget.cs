using EidAuth.Fuzz.Oracles;
using EidAuth.Fuzz.Pki;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>A path from certificates that anybody can send: SEQUENCE OF Certificate, the leaf first.</summary>
internal static class PathTarget
{
    private static readonly ForgedCertificate Upper =
        Hierarchy.IssueCa(Keys.Ca, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Upper")), Hierarchy.Rsa.Root, [0x04], pathLength: 3)
            .With(Forge.NameConstraints, Der.Sequence(
                Der.Explicit(0, Name(2, "example.be"), Name(1, ".example.be"), Name(6, "example.be"), Directory(ForgedName.Of((ForgedName.Country, "BE"))), Address(10, 0, 0, 0, 255, 0, 0, 0)),
                Der.Explicit(1, Name(2, "secret.example.be"), Directory(ForgedName.Of((ForgedName.Country, "NL"))))), critical: true);

    private static readonly ForgedCertificate Lower =
        Hierarchy.IssueCa(Keys.Responder, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Lower")), Upper, [0x05], pathLength: null);

    private static readonly ForgedCertificate Below =
        Hierarchy.Issue(Keys.Leaf, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "a.example.be")), Lower.Key, Lower.Subject, [0x06])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(Lower.Key.Sha1))
            .With("2.5.29.17", Der.Sequence(
                Der.Implicit(2, Der.Ascii("a.example.be")), Der.Implicit(1, Der.Ascii("a@b.example.be")), Der.Implicit(6, Der.Ascii("https://example.be/x")), Der.Implicit(7, [10, 1, 2, 3]),
                Der.Explicit(4, ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "x")))))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);

    private static readonly IReadOnlyList<byte[]> Seeds =
    [
        Der.Sequence(Hierarchy.Ec.Leaf.Encoded, Hierarchy.Ec.Ca.Encoded),
        Der.Sequence(Hierarchy.Ec.Leaf.Encoded, Hierarchy.Ec.Root.Encoded, Hierarchy.Ec.Ca.Encoded, Hierarchy.Ec.Responder.Encoded),
        Der.Sequence(Hierarchy.Rsa.Leaf.Encoded, Hierarchy.Rsa.Ca.Encoded, Hierarchy.Ec.Ca.Encoded),
        Der.Sequence(Below.Encoded, Upper.Encoded, Lower.Encoded),
    ];

    private static readonly IReadOnlyList<PathAnchor> Anchors =
        [PathAnchor.FromCertificate(Hierarchy.Ec.Root.Encoded), PathAnchor.FromCertificate(Hierarchy.Rsa.Root.Encoded)];

    private static readonly PathProfile[] Profiles = [PathProfile.EndEntity, new() { Purpose = Forge.ClientAuth, PurposeMayBeAbsent = true }];

    public static MutationTarget Create()
    {
        var signer = new Signer(Hierarchy.Ec.Root, Hierarchy.Ec.Ca, Hierarchy.Rsa.Root, Hierarchy.Rsa.Ca, Upper, Lower);
        return new("path", Seeds, Pieces.Der, Parse)
        {
            Shape = signer.Over(new DerDamage(Seeds), times: 4),
            Share = 0.5,

            // The responder's is a path of its own once it comes first.
            AlsoSigned = [.. Seeds.SelectMany(seed => Bundle.Read(seed)).Select(SignatureOracle.SignedPart)],
            AllocatedAtMost = 256 * 1024,
            AllocatedPerByte = 256,
        };
    }

    private static Parsed Parse(byte[] input)
    {
        var certificates = Bundle.Read(input);
        var leaf = certificates.Count > 0 ? certificates[0] : input;
        var profile = Profiles[input.Length % Profiles.Length];
        var work = Work.Begin();
        var result = PathVerifier.Verify(leaf, [.. certificates.Skip(1)], Anchors, Hierarchy.Now, PathLimits.Default, profile);
        var parsed = work.End(result is PathResult.Verified, result.Steps);
        Assert.InRange(result.Signatures, 0, PathLimits.Default.MaximumSignatures);
        if (result is not PathResult.Verified verified)
        {
            Assert.True(Enum.IsDefined(((PathResult.Refused)result).Reason));
            return parsed;
        }

        // Every certificate of the path is one of those that came, the first is the leaf, and another implementation's signatures hold up to the anchor.
        Assert.Contains(verified.Anchor, Anchors);
        Assert.True(verified.Certificates[0].Span.SequenceEqual(leaf.Span));
        Assert.InRange(verified.Certificates.Count, 1, PathLimits.Default.MaximumDepth + 1);
        Assert.All(verified.Certificates, one => Assert.Contains(certificates, other => other.Span.SequenceEqual(one.Span)));
        IReadOnlyList<ReadOnlyMemory<byte>> path = [.. verified.Certificates, verified.Anchor.Encoded];
        for (var i = 0; i + 1 < path.Count; i++)
        {
            SignatureOracle.Check(path[i], path[i + 1]);
        }

        return parsed with { Believed = [.. verified.Certificates.Select(SignatureOracle.SignedPart)] };
    }

    private static byte[] Name(int kind, string text) => Der.Sequence(Der.Implicit(kind, Der.Ascii(text)));

    private static byte[] Directory(byte[] name) => Der.Sequence(Der.Explicit(4, name));

    private static byte[] Address(params byte[] bytes) => Der.Sequence(Der.Implicit(7, bytes));
}
