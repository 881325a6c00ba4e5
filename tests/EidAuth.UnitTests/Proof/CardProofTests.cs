using System.Security.Cryptography;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>Genuine files are proven, and each alteration is named by exactly the check that it breaks.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardProofTests
{
    private static readonly CardFact[] AllFacts = Enum.GetValues<CardFact>();

    [Fact]
    public void A_1_8_card_is_proven_in_every_fact()
    {
        var proof = ForgedCard.Ec().Judge();
        Assert.True(proof.IsGenuine);
        Assert.True(proof.IsTest);
        Assert.Empty(proof.Faults);
        Assert.Empty(proof.Remarks);
        Assert.Equal(AllFacts, Proven(proof));
    }

    [Fact]
    public void A_1_7_card_is_proven_in_every_fact_but_the_basic_key_it_does_not_have()
    {
        var proof = ForgedCard.Rsa().Judge();
        Assert.True(proof.IsGenuine);
        Assert.Empty(proof.Remarks);
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.BasicKey]);
        Assert.Equal(AllFacts.Except([CardFact.BasicKey]), Proven(proof));
    }

    [Fact]
    public void A_re_keyed_1_7_card_has_an_ec_register_and_a_photo_hash_of_sha_256()
    {
        var card = ForgedCard.Ec();
        card.Applet = AppletVersion.V17;
        card.Fields[0x11] = SHA256.HashData(card.Photo);
        card.Fields.Remove(0x1A);
        var proof = card.Judge(card.Content() with { BasicKey = null });
        Assert.True(proof.IsGenuine);
        Assert.Empty(proof.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_first_1_7_cards_are_proven_by_sha_1_and_the_result_says_so(bool signaturesToo)
    {
        var card = ForgedCard.Rsa();
        card.Fields[0x11] = Forge.Sha1(card.Photo);
        card.SignatureAlgorithm = signaturesToo ? ForgeAlgorithm.RsaSha1 : ForgeAlgorithm.RsaSha256;
        var proof = card.Judge();
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.Sha1], proof.Remarks);
    }

    [Fact]
    public void A_sha_1_signature_is_none_where_the_photo_hash_is_sha_256()
    {
        var card = ForgedCard.Rsa();
        card.SignatureAlgorithm = ForgeAlgorithm.RsaSha1;
        var proof = card.Judge(card.Content() with { Address = null });
        AssertFault(CardProofFault.IdentitySignature, proof);
        Assert.DoesNotContain(CardProofRemark.Sha1, proof.Remarks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_identity_breaks_its_signature_alone_and_proves_nothing_any_more(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        card.Fields[0x07] = Encoding.UTF8.GetBytes("Voorbeelt");
        var proof = card.Judge(content with { Identity = ForgedCard.Parse(card.IdentityFile()) });
        AssertFault(CardProofFault.IdentitySignature, proof);
        Assert.Empty(Proven(proof));
        Assert.Equal(CardFactState.Unproven, proof.Facts[CardFact.Photo]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_address_breaks_its_signature_alone(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        card.AddressFile[2] ^= 0x01;
        var proof = card.Judge(content with { Address = ForgedCard.ParseAddress(card.AddressFile) });
        AssertFault(CardProofFault.AddressSignature, proof);
        Assert.Equal(CardFactState.Unproven, proof.Facts[CardFact.Address]);
        Assert.True(proof.IsProven(CardFact.Identity));
    }

    [Fact]
    public void An_address_of_another_card_breaks_its_signature_alone()
    {
        var card = ForgedCard.Ec();
        var other = ForgedCard.Ec();
        other.Fields[0x07] = Encoding.UTF8.GetBytes("Ander");
        var proof = card.Judge(card.Content() with { AddressSignature = other.Content().AddressSignature });
        AssertFault(CardProofFault.AddressSignature, proof);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_photo_breaks_its_hash_alone(bool rsa)
    {
        var card = Card(rsa);
        var proof = card.Judge(card.Content() with { Photo = (byte[])[.. card.Photo, 0] });
        AssertFault(CardProofFault.PhotoHash, proof);
        Assert.Equal(CardFactState.Unproven, proof.Facts[CardFact.Photo]);
        Assert.True(proof.IsProven(CardFact.Address));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(31)]
    [InlineData(64)]
    public void A_photo_hash_of_no_known_length_proves_no_photo(int length)
    {
        var card = ForgedCard.Ec();
        card.Fields[0x11] = SHA512.HashData(card.Photo)[..length];
        AssertFault(CardProofFault.PhotoHash, card.Judge());
    }

    [Fact]
    public void Another_number_in_the_certificate_breaks_that_check_alone()
    {
        var card = ForgedCard.Ec();
        card.Authentication.Subject = LoginScenario.HolderName("85031299860");
        var proof = card.Judge();
        AssertFault(CardProofFault.NationalNumber, proof);
        Assert.Equal(AllFacts.Except([CardFact.NationalNumber]), Proven(proof));
    }

    [Fact]
    public void A_certificate_that_cannot_be_read_has_no_number()
    {
        var card = ForgedCard.Ec();
        AssertFault(CardProofFault.NationalNumber, card.Judge(card.Content() with { AuthenticationCertificate = new byte[] { 0x30, 0x00 } }));
    }

    [Fact]
    public void A_child_without_authentication_certificate_is_genuine_and_the_result_says_what_was_not_compared()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { AuthenticationCertificate = null });
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.NumberNotCompared], proof.Remarks);
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.NationalNumber]);
    }

    [Fact]
    public void Files_copied_to_another_chip_break_the_chip_number_alone()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { ChipNumber = new byte[16] });
        AssertFault(CardProofFault.ChipNumber, proof);
        Assert.Equal(AllFacts.Except([CardFact.ChipNumber]), Proven(proof));
    }

    [Fact]
    public void Where_no_chip_was_heard_its_number_is_not_compared()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { ChipNumber = default });
        Assert.True(proof.IsGenuine);
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.ChipNumber]);
    }

    [Fact]
    public void Another_basic_key_breaks_its_hash_alone()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { BasicKey = ForgeKey.P384(5).SubjectPublicKeyInfo });
        AssertFault(CardProofFault.BasicKey, proof);
        Assert.Equal(AllFacts.Except([CardFact.BasicKey]), Proven(proof));
    }

    [Fact]
    public void A_basic_key_that_the_identity_does_not_name_is_nobodys()
    {
        var card = ForgedCard.Ec();
        card.Fields.Remove(0x1A);
        AssertFault(CardProofFault.BasicKey, card.Judge());
    }

    private static ForgedCard Card(bool rsa) => rsa ? ForgedCard.Rsa() : ForgedCard.Ec();

    private static void AssertFault(CardProofFault fault, CardProof proof)
    {
        Assert.Equal([fault], proof.Faults);
        Assert.False(proof.IsGenuine);
    }

    private static CardFact[] Proven(CardProof proof) => [.. AllFacts.Where(proof.IsProven)];
}
