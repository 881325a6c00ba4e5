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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_altered_identity_breaks_its_signature_alone(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        card.Fields[0x07] = Encoding.UTF8.GetBytes("Voorbeelt");
        var proof = card.Judge(content with { Identity = ForgedCard.Parse(card.IdentityFile()) });
        AssertFault(CardProofFault.IdentitySignature, proof);
        Assert.Empty(Proven(proof));
    }

    private static ForgedCard Card(bool rsa) => rsa ? ForgedCard.Rsa() : ForgedCard.Ec();

    private static void AssertFault(CardProofFault fault, CardProof proof)
    {
        Assert.Equal([fault], proof.Faults);
        Assert.False(proof.IsGenuine);
    }

    private static CardFact[] Proven(CardProof proof) => [.. AllFacts.Where(proof.IsProven)];
}
