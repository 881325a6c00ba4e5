using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>Who may sign card data: one signer directly below a pinned root. Each defect of its certificate alone is that fault and no other.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class NationalRegisterTests
{
    public static TheoryData<string, Action<ForgedCard>> Defects => new()
    {
        { "digitalSignature alone", card => Usage(card, Forge.DigitalSignature) },
        { "nonRepudiation alone", card => Usage(card, Forge.NonRepudiation) },
        { "one usage more", card => Usage(card, Forge.DigitalSignature | Forge.NonRepudiation | Forge.CrlSign) },
        { "no key usage", card => card.Register.Without(Forge.KeyUsage) },
        { "a CA", card => card.Register.With(Forge.BasicConstraints, Forge.Ca(0), critical: true) },
        { "no policy", card => card.Register.Without(Forge.Policies) },
        { "a citizen's policy", card => Policy(card, LoginScenario.Root6CitizenPolicy) },
        { "a citizen's signature policy", card => Policy(card, "2.16.56.13.6.1.2.1000") },
        { "the policy of the other root", card => Policy(card, ForgedCard.Register4) },
        { "the policy of an older root", card => Policy(card, "2.16.56.9.1.1.4") },
        { "another Belgian policy besides", card => Policy(card, ForgedCard.Register6, "2.16.56.13.6.3.1000") },
        { "a qualified policy besides", card => Policy(card, ForgedCard.Register6, "0.4.0.194112.1.2") },
        { "a critical extension nobody knows", card => card.Register.With("1.2.3.4", Der.Null, critical: true) },
        { "no authority key identifier", card => card.Register.Without(Forge.AuthorityKeyIdentifier) },
        { "another authority key identifier", card => card.Register.With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P384(7).Sha1)) },
        { "an issuer of another name", card => card.Register.Issuer = ForgedName.Of((ForgedName.Country, "BE"), (ForgedName.CommonName, "Test Root 7")) },
        { "another key of the root's name", card => card.Register.IssuerKey = ForgeKey.P384(7) },
        { "signed by itself", card => card.Register.IssuerKey = card.Register.Key },
        { "one bit of the signature", card => card.Register.ChangeSignature = bytes => Forge.FlipBit(bytes, -1) },
        { "one bit of what is signed", card => card.Register.ChangeSigned = bytes => Forge.FlipBit(bytes, 20) },
        { "signed with SHA-1", card => card.Register.Algorithm = ForgeAlgorithm.EcdsaSha1 },
        { "a P-256 key", card => card.Register.Key = ForgeKey.P256(2) },
        { "an RSA-1536 key", card => card.Register.Key = Rsa(1536) },
        { "an RSA-1024 key with a certificate that expired", card => (card.Register.Key, card.Register.NotAfter) = (Rsa(1024), ForgedCard.Now.AddDays(-1)) },
        { "bytes behind it", card => card.Register.ChangeEncoded = bytes => [.. bytes, 0] },
        { "no certificate", card => card.Register.ChangeEncoded = _ => [0x30, 0x00] },
        { "not valid yet", card => (card.Register.NotBefore, card.Register.NotAfter) = (ForgedCard.Now.AddSeconds(1), ForgedCard.Now.AddYears(1)) },
        { "expired before the card was issued", card => Expires(card, new(2025, 3, 1, 23, 0, 0, TimeSpan.Zero)) },
        { "a holder's certificate", card => ToHolder(card) },
    };

    [Theory]
    [MemberData(nameof(Defects), DisableDiscoveryEnumeration = true)]
    public void A_signer_with_one_defect_may_not_sign_card_data(string defect, Action<ForgedCard> change)
    {
        Assert.NotEmpty(defect);
        var card = ForgedCard.Ec();
        change(card);
        var proof = card.Judge();
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], proof.Faults);
        Assert.DoesNotContain(Enum.GetValues<CardFact>(), proof.IsProven);
    }

    [Fact]
    public void The_rsa_1024_key_of_cards_before_1_7_is_remarked()
    {
        var card = ForgedCard.Rsa();
        card.Register.Key = Rsa(1024);
        card.Fields[0x11] = Forge.Sha1(card.Photo);
        card.SignatureAlgorithm = ForgeAlgorithm.RsaSha1;
        var proof = card.Judge();
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.Sha1, CardProofRemark.WeakKey], proof.Remarks);

        var content = card.Content();
        var altered = Forge.FlipBit(content.IdentitySignature!.Value.ToArray(), 0);
        Assert.Contains(CardProofFault.IdentitySignature, card.Judge(content with { IdentitySignature = altered }).Faults);
        Assert.Contains(CardProofFault.IdentitySignature, card.Judge(content with { IdentitySignature = content.IdentitySignature.Value[..127] }).Faults);
    }

    [Fact]
    public void A_root_that_is_not_pinned_is_none()
    {
        var card = ForgedCard.Ec();
        using var anchors = new CertificateFiles([ForgedCard.Rsa().Root.Encoded]);
        var proof = CardProof.Judge(card.Content(), TrustAnchors.FromTestFolder(anchors.Path), ForgedCard.Now);
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], proof.Faults);
    }

    [Fact]
    public void Test_roots_prove_nothing_under_the_belgian_pins()
    {
        var proof = CardProof.Judge(ForgedCard.Ec().Content(), TrustAnchors.Belgium, ForgedCard.Now);
        Assert.False(proof.IsTest);
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], proof.Faults);
    }

    [Fact]
    public void A_policy_nobody_has_confirmed_below_the_registers_arc_is_accepted_and_remarked()
    {
        var card = ForgedCard.Ec();
        Policy(card, "2.16.56.13.6.0.1.1000");
        var proof = card.Judge();
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.PolicyUnlisted], proof.Remarks);
    }

    [Fact]
    public void Under_the_rsa_root_the_policy_is_the_one_that_is_known()
    {
        var card = ForgedCard.Rsa();
        Policy(card, ForgedCard.Register4 + ".1");
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], card.Judge().Faults);
    }

    [Fact]
    public void What_was_signed_while_the_certificate_was_valid_stays_signed_and_the_expiry_is_remarked()
    {
        var card = ForgedCard.Ec();
        Expires(card, ForgedCard.Now.AddDays(-1));
        var proof = card.Judge();
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.NationalRegisterExpired], proof.Remarks);
    }

    [Fact]
    public void A_root_that_expired_since_is_remarked_too()
    {
        var card = ForgedCard.Ec();
        card.Register.NotAfter = ForgedCard.Now.AddYears(20);
        var proof = card.Judge(card.Content(), ForgedCard.Now.AddYears(15));
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.NationalRegisterExpired], proof.Remarks);
    }

    [Fact]
    public void An_address_without_identity_has_no_day_so_the_certificate_must_be_valid_now()
    {
        var card = ForgedCard.Ec();
        Expires(card, ForgedCard.Now.AddDays(-1));
        var proof = card.Judge(card.Content() with { Identity = null, Photo = null, BasicKey = null });
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], proof.Faults);
    }

    [Theory]
    [InlineData("")]
    [InlineData("31.02.2025")]
    [InlineData("2025.03.02")]
    public void A_day_that_is_none_excuses_no_expiry(string day)
    {
        var card = ForgedCard.Ec();
        card.Fields[0x03] = Encoding.ASCII.GetBytes(day);
        Assert.True(card.Judge().IsGenuine);

        var expired = ForgedCard.Ec();
        expired.Fields[0x03] = Encoding.ASCII.GetBytes(day);
        Expires(expired, ForgedCard.Now.AddDays(-1));
        Assert.Equal([CardProofFault.NationalRegisterUntrusted], expired.Judge().Faults);
    }

    private static void Usage(ForgedCard card, byte bits) => card.Register.With(Forge.KeyUsage, Forge.Usage(bits), critical: true);

    private static void Policy(ForgedCard card, params string[] policies) => card.Register.With(Forge.Policies, Forge.PolicyList(policies));

    private static void Expires(ForgedCard card, DateTimeOffset until) => card.Register.NotAfter = until;

    private static ForgeKey Rsa(int bits) => new(RSA.Create(bits));

    // A citizen who signs an identity with the card's own key.
    private static void ToHolder(ForgedCard card)
    {
        Usage(card, Forge.NonRepudiation);
        Policy(card, "2.16.56.13.6.1.2.1000");
        card.Register.Subject = LoginScenario.HolderName(LoginScenario.NationalNumber);
        card.Register.Without(Forge.BasicConstraints);
    }
}
