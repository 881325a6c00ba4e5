using System.Security.Cryptography;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>
/// Whole paths of genuine public certificates, where a folder of them is at hand, to the pinned roots. Each has a generated twin that always runs: the cases P3, P4, P5, P18, P38
/// for what is refused, and the tests at the end here.
/// </summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RealPathTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly PathProfile AnyCa = new() { LeafMayBeCa = true };

    [Theory]
    [InlineData("issuing/citizen-201623-brca4", "belgium-root-ca4-2028", null)]
    [InlineData("issuing/citizen-201631-brca4", "belgium-root-ca4-2032", null)]
    [InlineData("issuing/citizen-201709-brca4", "belgium-root-ca4-2032", null)]
    [InlineData("issuing/citizen-201803-brca4", "belgium-root-ca4-2028", null)]
    [InlineData("issuing/citizen-201806-brca4", "belgium-root-ca4-2032", null)]
    [InlineData("issuing/foreigner-201721-brca4", "belgium-root-ca4-2032", null)]
    [InlineData("issuing/citizen-202002-brca6", "belgium-root-ca6", null)]
    [InlineData("issuing/citizen-202501-brca6", "belgium-root-ca6", null)]
    [InlineData("issuing/foreigner-202001-brca6", "belgium-root-ca6", null)]
    [InlineData("issuing/foreigner-202401-brca6", "belgium-root-ca6", null)]
    [InlineData("issuing/timestamp-202101-brca6", "belgium-root-ca6", null)]
    [InlineData("issuing/citizen-202501-brca6", "belgium-root-ca4-2032", PathDefect.IssuerUnknown)]
    [InlineData("issuing/citizen-201505-brca3", "belgium-root-ca4-2032", PathDefect.Expired)]
    public void Issuing_CAs_stand_under_the_root_that_is_theirs(string file, string root, PathDefect? expected) =>
        Assert.Equal(expected, Defect(Verify(Read(file), [], TrustAnchors.Belgium.AnchorOf(Read($"roots/{root}"))!, AnyCa, Now)));

    [Theory]
    [InlineData("not-trusted/belgium-root-ca6-lookalike-nonprod")]
    [InlineData("not-trusted/belgium-root-ca4-cross-cybertrust")]
    [InlineData("not-trusted/belgium-root-ca2-cross-cybertrust")]
    [InlineData("not-trusted/belgium-root-ca2-cross-globalsign")]
    [InlineData("issuing/citizen-202501-brca6")]
    public void A_look_alike_a_cross_certificate_and_a_CA_are_no_anchors(string file) =>
        Assert.Null(TrustAnchors.Named(BelgianRoot.Ca1, BelgianRoot.Ca2, BelgianRoot.Ca3, BelgianRoot.Ca4, BelgianRoot.Ca6).AnchorOf(Read(file)));

    // Somebody who trusted it by its name: the genuine CAs do not verify under its key.
    [Fact]
    public void Nothing_genuine_verifies_under_the_look_alike()
    {
        var lookAlike = PathAnchor.FromCertificate(Read("not-trusted/belgium-root-ca6-lookalike-nonprod").Span);

        Assert.Equal(PathDefect.IssuerUnknown, Defect(Verify(Read("issuing/citizen-202501-brca6"), [], lookAlike, AnyCa, Now)));
    }

    [Fact]
    public void A_cross_certificate_among_the_candidates_changes_nothing()
    {
        var anchor = TrustAnchors.Belgium.AnchorOf(Read("roots/belgium-root-ca4-2032"))!;
        var issuer = Read("issuing/citizen-201803-brca4");
        var at = new DateTimeOffset(2019, 1, 1, 0, 0, 0, TimeSpan.Zero);

        var verified = Assert.IsType<PathResult.Verified>(Verify(issuer, [Read("not-trusted/belgium-root-ca4-cross-cybertrust")], anchor, AnyCa, at));

        Assert.Single(verified.Certificates);
        Assert.Equal(anchor.Encoded.ToArray(), verified.Anchor.Encoded.ToArray());
    }

    [Theory]
    [InlineData("issuing/citizen-200612-brca1", "belgium-root-ca1", 2010)]
    [InlineData("issuing/citizen-201008-brca2", "belgium-root-ca2-2007", 2012)]
    [InlineData("issuing/citizen-201402-brca2", "belgium-root-ca2-2011", 2015)]
    [InlineData("issuing/citizen-201407-brca3", "belgium-root-ca3", 2016)]
    [InlineData("issuing/citizen-201505-brca3", "belgium-root-ca3", 2016)]
    public void SHA_1_paths_hold_at_their_time_only_under_a_root_by_name_and_with_SHA_1_by_name(string file, string root, int year)
    {
        var at = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        Assert.Null(TrustAnchors.Belgium.AnchorOf(Read($"roots/{root}")));
        var named = Enum.Parse<BelgianRoot>("Ca" + root["belgium-root-ca".Length]);
        var anchor = TrustAnchors.Named(named).AnchorOf(Read($"roots/{root}"))!;

        Assert.Equal(PathDefect.AlgorithmNotAllowed, Defect(Verify(Read(file), [], anchor, AnyCa, at)));
        Assert.Null(Defect(Verify(Read(file), [], anchor, AnyCa with { Sha1Allowed = true }, at)));
        Assert.Equal(PathDefect.Expired, Defect(Verify(Read(file), [], anchor, AnyCa with { Sha1Allowed = true }, Now)));
    }

    [Theory]
    [InlineData("not-trusted/citizen-201505-altered-signature", "belgium-root-ca3", BelgianRoot.Ca3, 2016)]
    [InlineData("not-trusted/foreigner-201305-short-signature", "belgium-root-ca2-2011", BelgianRoot.Ca2, 2015)]
    public void An_altered_and_a_short_signature_do_not_verify_even_where_SHA_1_does(string file, string root, BelgianRoot named, int year)
    {
        var anchor = TrustAnchors.Named(named).AnchorOf(Read($"roots/{root}"))!;

        Assert.Equal(PathDefect.SignatureInvalid, Defect(Verify(Read(file), [], anchor, AnyCa with { Sha1Allowed = true }, new(year, 1, 1, 0, 0, 0, TimeSpan.Zero))));
    }

    [Fact]
    public void The_National_Registers_signer_of_2016_has_its_profile()
    {
        var anchor = TrustAnchors.Belgium.AnchorOf(Read("roots/belgium-root-ca4-2032"))!;

        Assert.Null(Defect(Verify(Read("rrn/rrn-2016-brca4"), [], anchor, BelgianProfiles.NationalRegister, Now)));
        Assert.Equal(PathDefect.KeyUsage, Defect(Verify(Read("rrn/rrn-2016-brca4"), [], anchor, BelgianProfiles.Signature, Now)));
        Assert.Equal(PathDefect.KeyUsage, Defect(Verify(Read("rrn/rrn-2016-brca4"), [], anchor, BelgianProfiles.Authentication, Now)));
    }

    [Fact]
    public void Each_root_is_the_one_it_is_named_and_has_its_dates_and_identifier()
    {
        foreach (var (file, root) in new[]
        {
            ("belgium-root-ca1", BelgianRoot.Ca1), ("belgium-root-ca2-2007", BelgianRoot.Ca2), ("belgium-root-ca2-2011", BelgianRoot.Ca2), ("belgium-root-ca3", BelgianRoot.Ca3),
            ("belgium-root-ca4-2028", BelgianRoot.Ca4), ("belgium-root-ca4-2032", BelgianRoot.Ca4), ("belgium-root-ca6", BelgianRoot.Ca6),
        })
        {
            Assert.True(Certificate.TryRead(Read($"roots/{file}"), out var certificate));
            var pin = BelgianRoots.Find(certificate!);
            Assert.Equal(root, pin?.Root);
            Assert.Equal((certificate!.NotBefore, certificate.NotAfter), (pin!.NotBefore, pin.NotAfter));
            Assert.Equal(certificate.Extensions.SubjectKeyIdentifier.ToArray(), pin.KeyIdentifier);
        }
    }

    [Theory(DisplayName = "T3: a genuine root in a folder of test anchors is an error")]
    [InlineData("roots/belgium-root-ca4-2032")]
    [InlineData("roots/belgium-root-ca6")]
    [InlineData("roots/belgium-root-ca2-2011")]
    public void A_genuine_root_is_no_test_anchor(string file)
    {
        using var folder = new CertificateFiles([LoginScenario.Ec().Root.Encoded, Read(file).ToArray()]);

        Assert.Contains("001.crt is a Belgian root", Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(folder.Path)).Message, StringComparison.Ordinal);
    }

    // The twins.
    [Fact(DisplayName = "T3: a production root in a folder of test anchors is an error")]
    public void A_production_root_is_no_test_anchor()
    {
        using var first = new CertificateFiles([LoginScenario.Ec().Root.Encoded]);
        using var both = new CertificateFiles([LoginScenario.Rsa().Root.Encoded, LoginScenario.Ec().Root.Encoded]);
        var production = TrustAnchors.FromTestFolder(first.Path).Anchors;

        Assert.Contains("001.crt is a Belgian root", Assert.Throws<ArgumentException>(() => TrustAnchors.FromTestFolder(both.Path, production)).Message, StringComparison.Ordinal);
        Assert.Equal(2, TrustAnchors.FromTestFolder(both.Path).Anchors.Count);
    }

    [Fact(DisplayName = "T3+: test anchors alone are none")]
    public void Test_anchors_alone_are_accepted()
    {
        using var both = new CertificateFiles([LoginScenario.Rsa().Root.Encoded, LoginScenario.Ec().Root.Encoded]);

        Assert.True(TrustAnchors.FromTestFolder(both.Path).IsTest);
    }

    [Fact]
    public void Roots_are_trusted_by_name_only()
    {
        Assert.Equal([BelgianRoot.Ca4, BelgianRoot.Ca4, BelgianRoot.Ca6], TrustAnchors.Belgium.Anchors.Select(anchor => anchor.Root!.Value));
        Assert.Equal([BelgianRoot.Ca2, BelgianRoot.Ca2], TrustAnchors.Named(BelgianRoot.Ca2).Anchors.Select(anchor => anchor.Root!.Value));
        Assert.Throws<ArgumentException>(() => TrustAnchors.Named());
        Assert.Throws<ArgumentException>(() => TrustAnchors.Named((BelgianRoot)5));
    }

    [Fact]
    public void An_anchor_is_only_what_is_pinned()
    {
        var scenario = LoginScenario.Ec();
        using var folder = new CertificateFiles([scenario.Root.Encoded]);
        var anchors = TrustAnchors.FromTestFolder(folder.Path);
        var lookAlike = LoginScenario.Ec().Root;
        (lookAlike.Key, lookAlike.IssuerKey) = (ForgeKey.P384(5), ForgeKey.P384(5));
        var reissue = LoginScenario.Ec().Root;
        reissue.SerialNumber = [0x02];

        Assert.Equal(scenario.Root.Encoded, anchors.AnchorOf(scenario.Root.Encoded)?.Encoded.ToArray());
        Assert.Null(anchors.AnchorOf(lookAlike.Encoded));
        Assert.Null(anchors.AnchorOf(reissue.Encoded));
        Assert.Null(anchors.AnchorOf(scenario.Ca.Encoded));
        Assert.Null(anchors.AnchorOf(new byte[] { 0x30 }));
    }

    private static PathDefect? Defect(PathResult result) => result is PathResult.Refused refused ? refused.Reason : null;

    private static PathResult Verify(ReadOnlyMemory<byte> leaf, IReadOnlyList<ReadOnlyMemory<byte>> others, PathAnchor anchor, PathProfile profile, DateTimeOffset at) =>
        PathVerifier.Verify(leaf, others, [anchor], at, PathLimits.Default, profile);

    private static ReadOnlyMemory<byte> Read(string file)
    {
        var pem = File.ReadAllText(Path.Combine(Require.Shared(), "pki", file + ".pem"));
        return Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]);
    }
}
