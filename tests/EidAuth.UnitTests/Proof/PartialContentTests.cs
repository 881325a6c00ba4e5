using EidAuth.Belpic;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>What was read is judged for what it is; what proves it must be there.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class PartialContentTests
{
    [Fact]
    public void The_identity_alone_is_proven()
    {
        var card = ForgedCard.Ec();
        var content = card.Content() with { Address = null, AddressSignature = null, Photo = null, BasicKey = null };
        var proof = card.Judge(content);
        Assert.True(proof.IsGenuine);
        Assert.Empty(proof.Remarks);
        Assert.True(proof.IsProven(CardFact.Identity));
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.Address]);
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.Photo]);
    }

    [Fact]
    public void The_address_alone_is_proven_and_nobodys()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { Identity = null, Photo = null, BasicKey = null });
        Assert.True(proof.IsGenuine);
        Assert.Equal([CardProofRemark.AddressWithoutIdentity], proof.Remarks);
        Assert.Equal([CardFact.Address], Enum.GetValues<CardFact>().Where(proof.IsProven));
    }

    [Fact]
    public void Identity_and_address_without_photo_are_proven()
    {
        var card = ForgedCard.Rsa();
        var proof = card.Judge(card.Content() with { Photo = null });
        Assert.True(proof.IsGenuine);
        Assert.True(proof.IsProven(CardFact.Address));
        Assert.Equal(CardFactState.NotRead, proof.Facts[CardFact.Photo]);
    }

    public static TheoryData<string, Func<CardContent, CardContent>> WithoutProof => new()
    {
        { "nothing", content => content with { Identity = null, Address = null, Photo = null, BasicKey = null } },
        { "no identity signature", content => content with { IdentitySignature = null } },
        { "no identity signature for the address", content => content with { Identity = null, Photo = null, BasicKey = null, IdentitySignature = null } },
        { "no address signature", content => content with { AddressSignature = null } },
        { "no register", content => content with { NationalRegisterCertificate = null } },
        { "an empty register", content => content with { NationalRegisterCertificate = ReadOnlyMemory<byte>.Empty } },
        { "a photo without identity", content => content with { Identity = null, BasicKey = null } },
        { "a basic key without identity", content => content with { Identity = null, Photo = null } },
    };

    [Theory]
    [MemberData(nameof(WithoutProof), DisableDiscoveryEnumeration = true)]
    public void What_is_not_there_proves_nothing(string what, Func<CardContent, CardContent> change)
    {
        Assert.NotEmpty(what);
        var card = ForgedCard.Ec();
        var proof = card.Judge(change(card.Content()));
        Assert.Equal([CardProofFault.ProofMissing], proof.Faults);
        Assert.False(proof.IsGenuine);
    }

    [Fact]
    public void A_missing_address_signature_leaves_the_identity_proven()
    {
        var card = ForgedCard.Ec();
        var proof = card.Judge(card.Content() with { AddressSignature = null });
        Assert.Equal([CardProofFault.ProofMissing], proof.Faults);
        Assert.True(proof.IsProven(CardFact.Identity));
        Assert.True(proof.IsProven(CardFact.Photo));
        Assert.Equal(CardFactState.Unproven, proof.Facts[CardFact.Address]);
    }

    [Theory]
    [InlineData(CardParts.Identity)]
    [InlineData(CardParts.Address)]
    [InlineData(CardParts.Photo)]
    public void A_part_that_was_expected_and_is_not_there_is_a_fault(CardParts part)
    {
        var card = ForgedCard.Ec();
        var content = card.Content() with { BasicKey = null };
        content = part switch
        {
            CardParts.Identity => content with { Identity = null, Photo = null },
            CardParts.Address => content with { Address = null },
            _ => content with { Photo = null },
        };
        Assert.True(card.Judge(content).IsGenuine);
        Assert.Equal([CardProofFault.ProofMissing], card.Judge(content, expected: part | CardParts.Proof).Faults);
        Assert.True(card.Judge(card.Content(), expected: CardParts.All).IsGenuine);
    }

    [Fact]
    public void Without_the_roots_bytes_a_pin_alone_leads_nowhere()
    {
        var card = ForgedCard.Ec();
        var proof = CardProof.Judge(card.Content() with { RootCertificate = null }, EidAuth.Pki.TrustAnchors.Belgium, ForgedCard.Now);
        Assert.Equal([CardProofFault.ProofMissing], proof.Faults);
    }

    [Fact]
    public void Test_anchors_bring_their_bytes_along()
    {
        var card = ForgedCard.Ec();
        Assert.True(card.Judge(card.Content() with { RootCertificate = null }).IsGenuine);
        Assert.True(card.Judge(card.Content() with { RootCertificate = Forge.FlipBit(card.Root.Encoded, -1) }).IsGenuine);
    }
}
