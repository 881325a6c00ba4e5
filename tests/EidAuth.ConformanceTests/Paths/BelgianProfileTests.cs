using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>The profiles of signature and National Register certificates; that of authentication certificates is what every login's cases run through.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class BelgianProfileTests
{
    private const string SignOf4 = "2.16.56.12.1.1.2.1";
    private const string SignOf6 = "2.16.56.13.6.1.2.1000";

    private static readonly (string Title, bool Rsa, Action<LoginScenario> Change, PathDefect? Expected)[] Signatures =
    [
        ("as on cards since 2017, root 4", true, _ => { }, null),
        ("as on cards since 2017, root 6", false, _ => { }, null),
        ("as on older cards: no purposes, no statements, one policy", true, s => s.Leaf.Without(Forge.ExtendedKeyUsage).Without(Forge.QcStatements).With(Forge.Policies, Forge.PolicyList(SignOf4)), null),
        ("under a CA without purposes, as until 2017", true, s => s.Ca.Without(Forge.ExtendedKeyUsage), null),
        ("a foreigner's, root 4", true, s => s.Leaf.With(Forge.Policies, Forge.PolicyList("2.16.56.12.1.1.7.1")), null),
        ("a foreigner's, root 6", false, s => s.Leaf.With(Forge.Policies, Forge.PolicyList("2.16.56.13.6.2.2.1000")), null),
        ("under a Foreigner CA", false, s => s.Ca.Subject = s.Leaf.Issuer = ForgedName.Of((ForgedName.CommonName, "Foreigner CA")), null),
        ("digitalSignature instead", false, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true), PathDefect.KeyUsage),
        ("digitalSignature beside", false, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.NonRepudiation), critical: true), PathDefect.KeyUsage),
        ("decipherOnly beside", false, s => s.Leaf.With(Forge.KeyUsage, Der.BitString([0x40, 0x80], 7), critical: true), PathDefect.KeyUsage),
        ("no key usage", false, s => s.Leaf.Without(Forge.KeyUsage), PathDefect.KeyUsage),
        ("clientAuth instead", false, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth)), PathDefect.ExtendedKeyUsage),
        ("clientAuth beside", false, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection)), PathDefect.ExtendedKeyUsage),
        ("any purpose", false, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), PathDefect.ExtendedKeyUsage),
        ("a CA for logins only", false, s => s.Ca.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth)), PathDefect.IssuerExtendedKeyUsage),
        ("an authentication policy, root 4", true, s => s.Leaf.With(Forge.Policies, Forge.PolicyList(LoginScenario.Root4CitizenPolicy)), PathDefect.Policy),
        ("an authentication policy, root 6", false, s => s.Leaf.With(Forge.Policies, Forge.PolicyList(LoginScenario.Root6CitizenPolicy)), PathDefect.Policy),
        ("an authentication policy beside", false, s => s.Leaf.With(Forge.Policies, Forge.PolicyList(SignOf6, LoginScenario.Root6CitizenPolicy)), PathDefect.Policy),
        ("the policy of another root", true, s => s.Leaf.With(Forge.Policies, Forge.PolicyList(SignOf6)), PathDefect.Policy),
        ("the policy of root 3", true, s => s.Leaf.With(Forge.Policies, Forge.PolicyList("2.16.56.10.1.1.2.1")), PathDefect.Policy),
        ("no Belgian policy", false, s => s.Leaf.With(Forge.Policies, Forge.PolicyList("0.4.0.194112.1.2")), PathDefect.Policy),
        ("no policy", false, s => s.Leaf.Without(Forge.Policies), PathDefect.Policy),
        ("a CA", false, s => s.Leaf.With(Forge.BasicConstraints, Forge.Ca(0), critical: true), PathDefect.LeafIsCa),
        ("issued by the root itself", false, UnderRoot, PathDefect.IssuerNotAllowed),
        ("issued by a time stamping CA", false, s => s.Ca.Subject = s.Leaf.Issuer = ForgedName.Of((ForgedName.CommonName, "Timestamp CA")), PathDefect.IssuerNotAllowed),
        ("the CA's name only", false, s => s.Leaf.Without(Forge.AuthorityKeyIdentifier), PathDefect.IssuerUnknown),
        ("signed with SHA-1", true, s => s.Leaf.Algorithm = ForgeAlgorithm.RsaSha1, PathDefect.AlgorithmNotAllowed),
    ];

    private static readonly (string Title, bool Rsa, Action<LoginScenario> Change, PathDefect? Expected)[] Registers =
    [
        ("root 4", true, _ => { }, null),
        ("root 6", false, _ => { }, null),
        ("digitalSignature alone", true, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true), PathDefect.KeyUsage),
        ("a citizen's policy", true, s => s.Leaf.With(Forge.Policies, Forge.PolicyList(LoginScenario.Root4CitizenPolicy)), PathDefect.Policy),
        ("issued by a Citizen CA", false, UnderCa, PathDefect.PathLength),
    ];

    public static IEnumerable<TheoryDataRow<int>> SignatureRows => Signatures.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"signature certificate: {item.Title}" });

    public static IEnumerable<TheoryDataRow<int>> RegisterRows => Registers.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"National Register: {item.Title}" });

    [Theory]
    [MemberData(nameof(SignatureRows))]
    public void A_signature_certificate(int index)
    {
        var (_, rsa, change, expected) = Signatures[index];
        var scenario = SignatureScenario(rsa);
        change(scenario);

        Assert.Equal(expected, Defect(Verify(scenario, BelgianProfiles.Signature)));
    }

    [Theory]
    [MemberData(nameof(RegisterRows))]
    public void The_National_Registers_signer(int index)
    {
        var (_, rsa, change, expected) = Registers[index];
        var scenario = rsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        UnderRoot(scenario);
        scenario.Leaf.Without(Forge.ExtendedKeyUsage).With(Forge.Policies, Forge.PolicyList(rsa ? "2.16.56.12.1.1.4" : "2.16.56.13.6.0.1"))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.NonRepudiation), critical: true);
        change(scenario);

        Assert.Equal(expected, Defect(Verify(scenario, BelgianProfiles.NationalRegister)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void No_certificate_is_good_for_both_uses(bool rsa)
    {
        var (login, signature) = (rsa ? LoginScenario.Rsa() : LoginScenario.Ec(), SignatureScenario(rsa));

        Assert.IsType<PathResult.Verified>(Verify(login, BelgianProfiles.Authentication));
        Assert.IsType<PathResult.Verified>(Verify(signature, BelgianProfiles.Signature));
        Assert.Equal(PathDefect.KeyUsage, Defect(Verify(login, BelgianProfiles.Signature)));
        Assert.Equal(PathDefect.KeyUsage, Defect(Verify(signature, BelgianProfiles.Authentication)));
        Assert.Equal(PathDefect.KeyUsage, Defect(Verify(login, BelgianProfiles.NationalRegister)));
    }

    [Theory]
    [InlineData(SignOf6, false)]
    [InlineData("2.16.56.13.6.1.1000", true)]
    [InlineData("2.16.56.13.6.2.1000", true)]
    public void A_policy_under_root_6_that_is_not_on_the_list_is_reported(string policy, bool isUnlisted)
    {
        var scenario = SignatureScenario(rsa: false);
        scenario.Leaf.With(Forge.Policies, Forge.PolicyList(policy));

        Assert.Equal(isUnlisted, Assert.IsType<PathResult.Verified>(Verify(scenario, BelgianProfiles.Signature)).HasUnlistedPolicy);
    }

    [Fact]
    public void SHA_1_counts_only_where_it_is_asked_for_by_name_and_only_with_RSA()
    {
        var scenario = SignatureScenario(rsa: true);
        scenario.Leaf.Algorithm = scenario.Ca.Algorithm = ForgeAlgorithm.RsaSha1;
        var other = SignatureScenario(rsa: false);
        other.Leaf.Algorithm = ForgeAlgorithm.EcdsaSha1;
        var md5 = SignatureScenario(rsa: true);
        md5.Leaf.Algorithm = ForgeAlgorithm.RsaMd5;
        var historical = BelgianProfiles.Signature with { Sha1Allowed = true };

        Assert.Equal(PathDefect.AlgorithmNotAllowed, Defect(Verify(scenario, BelgianProfiles.Signature)));
        Assert.IsType<PathResult.Verified>(Verify(scenario, historical));
        Assert.Equal(PathDefect.AlgorithmNotAllowed, Defect(Verify(other, historical)));
        Assert.Equal(PathDefect.AlgorithmNotAllowed, Defect(Verify(md5, historical)));
    }

    private static LoginScenario SignatureScenario(bool rsa)
    {
        var scenario = rsa ? LoginScenario.Rsa() : LoginScenario.Ec();
        scenario.Leaf
            .With(Forge.Policies, Forge.PolicyList(rsa ? SignOf4 : SignOf6, "0.4.0.194112.1.2"))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.EmailProtection))
            .With(Forge.QcStatements, Der.Sequence(Der.Sequence(Der.Oid("0.4.0.1862.1.1")), Der.Sequence(Der.Oid("0.4.0.1862.1.6"), Der.Sequence(Der.Oid("0.4.0.1862.1.6.1")))))
            .With(Forge.KeyUsage, Forge.Usage(Forge.NonRepudiation), critical: true);
        return scenario;
    }

    private static void UnderRoot(LoginScenario scenario) => Under(scenario, scenario.Root);

    private static void UnderCa(LoginScenario scenario) => Under(scenario, scenario.Ca);

    private static void Under(LoginScenario scenario, ForgedCertificate issuer)
    {
        (scenario.Leaf.Issuer, scenario.Leaf.IssuerKey) = (issuer.Subject, issuer.Key);
        scenario.Leaf.With(Forge.AuthorityKeyIdentifier, Forge.Authority(issuer.Key.Sha1));
    }

    private static PathDefect? Defect(PathResult result) => result is PathResult.Refused refused ? refused.Reason : null;

    private static PathResult Verify(LoginScenario scenario, PathProfile profile) => PathVerifier.Verify(
        scenario.Leaf.Encoded,
        [.. scenario.Chain().Select(bytes => (ReadOnlyMemory<byte>)bytes)],
        [.. scenario.Anchors().Select(bytes => PathAnchor.FromCertificate(bytes))],
        scenario.Now,
        PathLimits.Default,
        profile);
}
