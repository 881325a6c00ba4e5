using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>What the holder's certificate and the token must say.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class LeafCaseTests
{
    private static readonly Func<LoginScenario> Ec = LoginScenario.Ec;
    private static readonly Func<LoginScenario> Rsa = LoginScenario.Rsa;

    internal static readonly LoginCase[] Cases =
    [
        new("L1", "a signature certificate of the old profile: nonRepudiation, no purposes", Rsa, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.NonRepudiation), critical: true).Without(Forge.ExtendedKeyUsage), LoginRejection.KeyUsage),
        new("L2", "a signature certificate with emailProtection", Rsa, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.NonRepudiation), critical: true).With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.EmailProtection)), LoginRejection.KeyUsage),
        new("L3", "digitalSignature and nonRepudiation, as the National Register has", Ec, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.NonRepudiation), critical: true), LoginRejection.KeyUsage),
        new("L3", "digitalSignature and keyCertSign", Ec, s => s.Leaf.With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature | Forge.KeyCertSign), critical: true), LoginRejection.KeyUsage),
        new("L3", "digitalSignature and decipherOnly", Ec, s => s.Leaf.With(Forge.KeyUsage, Der.BitString([0x80, 0x80], 7), critical: true), LoginRejection.KeyUsage),
        new("L4", "no key usage", Ec, s => s.Leaf.Without(Forge.KeyUsage), LoginRejection.KeyUsage),
        new("L5", "no purposes", Ec, s => s.Leaf.Without(Forge.ExtendedKeyUsage), LoginRejection.ExtendedKeyUsage),
        new("L6", "anyExtendedKeyUsage only", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), LoginRejection.ExtendedKeyUsage),
        new("L6", "emailProtection only", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.EmailProtection)), LoginRejection.ExtendedKeyUsage),
        new("L7", "clientAuth and OCSPSigning", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.OcspSigning)), LoginRejection.ExtendedKeyUsage),
        new("L7", "clientAuth and codeSigning", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.CodeSigning, Forge.ClientAuth)), LoginRejection.ExtendedKeyUsage),
        new("L7", "clientAuth and emailProtection", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection)), null),
        new("L8", "the policy of a citizen's signature certificate, root 4", Rsa, s => Policies(s, "2.16.56.12.1.1.2.1"), LoginRejection.Policy),
        new("L8", "the policy of a foreigner's signature certificate, root 4", Rsa, s => Policies(s, "2.16.56.12.1.1.7.1"), LoginRejection.Policy),
        new("L8", "the policy of a citizen's signature certificate, root 6", Ec, s => Policies(s, "2.16.56.13.6.1.2.1000"), LoginRejection.Policy),
        new("L8", "the policy of a foreigner's signature certificate, root 6", Ec, s => Policies(s, "2.16.56.13.6.2.2.1000"), LoginRejection.Policy),
        new("L8", "a signature policy beside the right one", Ec, s => Policies(s, LoginScenario.Root6CitizenPolicy, "2.16.56.13.6.1.2.1000"), LoginRejection.Policy),
        new("L8", "a policy of qualified certificates beside the right one", Ec, s => Policies(s, LoginScenario.Root6CitizenPolicy, "0.4.0.194112.1.2"), LoginRejection.Policy),
        new("L8", "a statement that it is for electronic signatures", Ec, s => s.Leaf.With(Forge.QcStatements, QcType("0.4.0.1862.1.6.1")), LoginRejection.Policy),
        new("L8", "a statement that it is for web sites", Ec, s => s.Leaf.With(Forge.QcStatements, QcType("0.4.0.1862.1.6.3")), null),
        new("L9", "no policy", Ec, s => s.Leaf.Without(Forge.Policies), LoginRejection.Policy),
        new("L9", "a policy outside the Belgian arc", Ec, s => Policies(s, "1.2.3.4"), LoginRejection.Policy),
        new("L9", "anyPolicy", Ec, s => Policies(s, "2.5.29.32.0"), LoginRejection.Policy),
        new("L9", "the policy of root 4 under root 6", Ec, s => Policies(s, LoginScenario.Root4CitizenPolicy), LoginRejection.Policy),
        new("L9", "the policy of root 6 under root 4", Rsa, s => Policies(s, LoginScenario.Root6CitizenPolicy), LoginRejection.Policy),
        new("L9", "the policy of root 3 under root 4", Rsa, s => Policies(s, "2.16.56.10.1.1.2.2"), LoginRejection.Policy),
        new("L9", "another root's policy beside the right one", Ec, s => Policies(s, LoginScenario.Root6CitizenPolicy, LoginScenario.Root4CitizenPolicy), LoginRejection.Policy),
        new("L9", "the National Register's policy, root 6", Ec, s => Policies(s, "2.16.56.13.6.0.1"), LoginRejection.Policy),
        new("L9", "an unknown policy below the citizens' arc of root 6", Ec, s => Policies(s, "2.16.56.13.6.1.1000"), null),
        new("L9", "an unknown policy below the foreigners' arc of root 6", Ec, s => Policies(s, "2.16.56.13.6.2.1000"), null),
        new("L9", "the same where unlisted policies are refused", Strict, s => Policies(s, "2.16.56.13.6.1.1000"), LoginRejection.Policy),
        new("L9", "the citizens' arc itself", Ec, s => Policies(s, "2.16.56.13.6.1"), LoginRejection.Policy),
        new("L9", "an unknown policy below the citizens' arc of root 4", Rsa, s => Policies(s, "2.16.56.12.1.1.2.3"), LoginRejection.Policy),
        new("L9", "a foreigner's policy, root 4", Rsa, s => Policies(s, "2.16.56.12.1.1.7.2"), null),
        new("L9", "a foreigner's policy, root 6", Ec, s => Policies(s, "2.16.56.13.6.2.1.1000"), null),
        new("L9", "a foreign policy beside the right one", Ec, s => Policies(s, "0.4.0.2042.1.2", LoginScenario.Root6CitizenPolicy), null),
        new("L10", "right in all, but under a root that is not pinned", Ec, OtherRoot, LoginRejection.ChainUntrusted),
        new("L11", "the issuer is a time stamping CA", Ec, s => IssuerName(s, "Belgian Timestamp CA"), LoginRejection.IssuerNotAllowed),
        new("L11", "the issuer's name only begins like a Citizen CA's", Ec, s => IssuerName(s, "Citizen CA 2"), LoginRejection.IssuerNotAllowed),
        new("L11", "the issuer has two common names", Ec, TwoCommonNames, LoginRejection.IssuerNotAllowed),
        new("L11", "the issuer is a Foreigner CA", Ec, s => IssuerName(s, "Foreigner CA"), null),
        new("L12", "no national number", Ec, s => s.Leaf.Subject = Holder(null, []), LoginRejection.NationalNumber),
        new("L12", "two national numbers", Ec, s => s.Leaf.Subject = Holder(LoginScenario.NationalNumber, [(ForgedName.SerialNumber, "85031200088")]), LoginRejection.NationalNumber),
        new("L12", "10 digits", Ec, s => s.Leaf.Subject = Holder("8503129995", []), LoginRejection.NationalNumber),
        new("L12", "12 digits", Ec, s => s.Leaf.Subject = Holder("850312999590", []), LoginRejection.NationalNumber),
        new("L12", "a letter", Ec, s => s.Leaf.Subject = Holder("8503129995A", []), LoginRejection.NationalNumber),
        new("L12", "punctuation", Ec, s => s.Leaf.Subject = Holder("85.03.12-999.59", []), LoginRejection.NationalNumber),
        new("L12", "wrong check digits", Ec, s => s.Leaf.Subject = Holder("85031299960", []), LoginRejection.NationalNumber),
        new("L12", "full-width digits", Ec, s => s.Leaf.Subject = ForgedName.OfEncoded((ForgedName.SerialNumber, Der.Utf8("８５０３１２９９９５９"))), LoginRejection.NationalNumber),
        new("L12", "a number in a string type that names do not have here", Ec, s => s.Leaf.Subject = ForgedName.OfEncoded((ForgedName.SerialNumber, Der.Element(0x14, Der.Ascii(LoginScenario.NationalNumber)))), LoginRejection.NationalNumber),
        new("L12", "a name that is no name", Ec, s => s.Leaf.Subject = Der.Sequence(Der.Null), LoginRejection.NationalNumber),
        new("L12", "born in 2003", Ec, s => s.Leaf.Subject = Holder("03040599938", []), null),
        new("L13", "the country is not Belgium", Ec, s => s.Leaf.Subject = ForgedName.Of((ForgedName.Country, "QM"), (ForgedName.SerialNumber, LoginScenario.NationalNumber)), null),
        new("L14", "no surname, no given name", Ec, s => s.Leaf.Subject = ForgedName.Of((ForgedName.SerialNumber, LoginScenario.NationalNumber)), null),
        new("L15", "an RSA key under an EC CA", Ec, s => s.Leaf.Key = ForgeKey.Rsa(2), null),
        new("L15", "an EC key under an RSA CA", Rsa, s => s.Leaf.Key = ForgeKey.P384(2), null),
        new("L15", "a P-256 key", Ec, s => s.Leaf.Key = ForgeKey.P256(2), null),
        new("L16", "ES384 with an RSA key", Rsa, s => Algorithm(s, "ES384"), LoginRejection.AlgorithmMismatch),
        new("L16", "RS256 with an EC key", Ec, s => Algorithm(s, "RS256"), LoginRejection.AlgorithmMismatch),
        new("L16", "ES256 with a P-384 key", Ec, s => Algorithm(s, "ES256"), LoginRejection.AlgorithmMismatch),
        new("L16", "RS384 with an RSA key", Rsa, s => Algorithm(s, "RS384"), LoginRejection.AlgorithmMismatch),
        new("L16", "PS256 with an RSA key", Rsa, s => Algorithm(s, "PS256"), LoginRejection.AlgorithmMismatch),
        new("L16", "none", Ec, s => Algorithm(s, "none"), LoginRejection.AlgorithmMismatch),
        new("L16", "es384 in small letters", Ec, s => Algorithm(s, "es384"), LoginRejection.AlgorithmMismatch),
        new("L17", "the token signed for another origin", Ec, s => s.SignedOrigin = "https://loket.example.org", LoginRejection.TokenSignatureInvalid),
        new("L17", "the token signed for another port", Rsa, s => s.SignedOrigin = "https://loket.example.be:8443", LoginRejection.TokenSignatureInvalid),
        new("L17", "the token signed for another challenge", Ec, s => s.SignedNonce = "BAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=", LoginRejection.TokenSignatureInvalid),
        new("L17", "one bit of the token's signature turned (EC)", Ec, s => Signature(s, x => Forge.FlipBit(x, 10)), LoginRejection.TokenSignatureInvalid),
        new("L17", "one bit of the token's signature turned (RSA)", Rsa, s => Signature(s, x => Forge.FlipBit(x, 10)), LoginRejection.TokenSignatureInvalid),
        new("L17", "the token's signature one octet short (RSA)", Rsa, s => Signature(s, x => x[1..]), LoginRejection.TokenSignatureInvalid),
        new("L17", "the token's signature one octet long (EC)", Ec, s => Signature(s, x => [0x00, .. x]), LoginRejection.TokenSignatureInvalid),
        new("L17", "the token's signature all zero", Ec, s => Signature(s, x => new byte[x.Length]), LoginRejection.TokenSignatureInvalid),
        new("L17", "no token signature", Ec, s => Signature(s, _ => []), LoginRejection.TokenSignatureInvalid),
        new("L17", "the certificate of another holder of the same CA", Ec, OtherCertificate, LoginRejection.TokenSignatureInvalid),
        new("L17", "no certificate", Ec, s => s.ChangeToken = token => token with { UnverifiedCertificate = default }, LoginRejection.CertificateMalformed),
        new("L17", "no issuer at hand, and the token not signed by its own certificate", NoIssuer, s => Signature(s, x => Forge.FlipBit(x, 10)), LoginRejection.TokenSignatureInvalid) { HasTwin = false },
    ];

    public static IEnumerable<TheoryDataRow<int>> Rows() => LoginCase.Rows(Cases);

    public static IEnumerable<TheoryDataRow<int>> TwinRows() => LoginCase.TwinRows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Case(int index) => Cases[index].Check();

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Twin(int index) => Cases[index].CheckTwin();

    [Fact(DisplayName = "L9: an unlisted policy is reported, a listed one is not")]
    public void Unlisted_policies_are_reported()
    {
        var unlisted = LoginScenario.Ec();
        Policies(unlisted, "2.16.56.13.6.1.1000");
        var both = LoginScenario.Ec();
        Policies(both, "2.16.56.13.6.1.1000", LoginScenario.Root6CitizenPolicy);

        Assert.True(Accepted(unlisted).HasUnlistedPolicy);
        Assert.False(Accepted(both).HasUnlistedPolicy);
        Assert.False(Accepted(LoginScenario.Ec()).HasUnlistedPolicy);
    }

    [Fact(DisplayName = "L14: an absent name is no name")]
    public void Absent_names_are_null()
    {
        var scenario = LoginScenario.Ec();
        scenario.Leaf.Subject = ForgedName.Of((ForgedName.SerialNumber, LoginScenario.NationalNumber));

        var login = Accepted(scenario);

        Assert.Null(login.GivenName);
        Assert.Null(login.Surname);
        Assert.Equal(LoginScenario.NationalNumber, login.NationalNumber);
    }

    [Fact(DisplayName = "P35: a hostile name is neither cut off nor passed on raw")]
    public void Hostile_names_lose_only_control_and_direction()
    {
        var scenario = LoginScenario.Ec();
        scenario.Leaf.Subject = ForgedName.Of(
            (ForgedName.Surname, "O'\0Brien\u202E<script>"),
            (ForgedName.GivenName, "Zoe\u0308\r\n\u2066x"),
            (ForgedName.SerialNumber, LoginScenario.NationalNumber));

        var login = Accepted(scenario);

        Assert.Equal("O'\uFFFDBrien\uFFFD<script>", login.Surname);
        Assert.Equal("Zo\u00EB\uFFFD\uFFFD\uFFFDx", login.GivenName);
        Assert.Equal("VerifiedLogin", login.ToString());
    }

    private static VerifiedLogin Accepted(LoginScenario scenario) => Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login;

    private static LoginScenario Strict()
    {
        var scenario = LoginScenario.Ec();
        scenario.RefuseUnlistedPolicies = true;
        return scenario;
    }

    private static LoginScenario NoIssuer()
    {
        var scenario = LoginScenario.Ec();
        scenario.Chain = () => [];
        return scenario;
    }

    private static void Policies(LoginScenario scenario, params string[] policies) => scenario.Leaf.With(Forge.Policies, Forge.PolicyList(policies));

    private static byte[] QcType(string type) => Der.Sequence(
        Der.Sequence(Der.Oid("0.4.0.1862.1.1")),
        Der.Sequence(Der.Oid("0.4.0.1862.1.6"), Der.Sequence(Der.Oid(type))));

    private static byte[] Holder(string? number, (string Type, string Value)[] more) => ForgedName.Of(
        [(ForgedName.Surname, "Voorbeeld"), .. number is null ? [] : new[] { (ForgedName.SerialNumber, number) }, .. more]);

    private static void OtherRoot(LoginScenario scenario)
    {
        var other = LoginScenario.Rsa();
        scenario.Anchors = () => [other.Root.Encoded];
    }

    private static void IssuerName(LoginScenario scenario, string commonName) =>
        scenario.Ca.Subject = scenario.Leaf.Issuer = scenario.HolderResponder.Issuer =
            ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, commonName));

    private static void TwoCommonNames(LoginScenario scenario) =>
        scenario.Ca.Subject = scenario.Leaf.Issuer = ForgedName.Of((ForgedName.CommonName, "Citizen CA"), (ForgedName.CommonName, "Timestamp CA"));

    private static void Algorithm(LoginScenario scenario, string algorithm) => scenario.ChangeToken = token => token with { Algorithm = algorithm };

    private static void Signature(LoginScenario scenario, Func<byte[], byte[]> change) =>
        scenario.ChangeToken = token => token with { Signature = change(token.Signature.ToArray()) };

    private static void OtherCertificate(LoginScenario scenario)
    {
        var other = LoginScenario.Ec();
        other.Leaf.Key = ForgeKey.P384(7);
        scenario.ChangeToken = token => token with { UnverifiedCertificate = other.Leaf.Encoded };
    }
}
