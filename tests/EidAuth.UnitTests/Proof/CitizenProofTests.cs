using EidAuth.Belpic;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Keys;
using EidAuth.UnitTests.Simulator.Cards;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>Every citizen's card is judged as its file says: genuine, or failing in exactly the one check that was broken.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CitizenProofTests
{
    private static readonly Lazy<TrustAnchors> Anchors = new(() =>
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return TrustAnchors.FromTestFolder(pki.AnchorsFolder);
    });

    public static TheoryData<string> Citizens => new(Citizen.All.Keys.Where(id => id != "not-activated").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Citizens))]
    public void A_citizens_card_is_judged_as_its_file_says(string id)
    {
        var (content, proof) = Read(id, Anchors.Value);
        Assert.Equal(Expected(id), proof.Faults);
        Assert.True(proof.IsTest);
        Assert.Equal(Expected(id).Length == 0, proof.IsGenuine);

        // Only the first 1.7 cards and older ones have SHA-1, and only cards without the certificate leave the number alone.
        Assert.Equal(content.AuthenticationCertificate is null, proof.Remarks.Contains(CardProofRemark.NumberNotCompared));
        Assert.Equal(content.Identity!.PhotoHash.Length == 20, proof.Remarks.Contains(CardProofRemark.Sha1));
        Assert.Equal(id is "adult-10" or "adult-11", proof.Remarks.Contains(CardProofRemark.WeakKey));
        Assert.DoesNotContain(CardProofRemark.AddressWithoutIdentity, proof.Remarks);
    }

    [Theory]
    [MemberData(nameof(Citizens))]
    public void Under_the_belgian_roots_none_of_them_is_genuine(string id) =>
        Assert.Contains(CardProofFault.NationalRegisterUntrusted, Read(id, TrustAnchors.Belgium).Proof.Faults);

    [Fact]
    public void A_child_is_genuine_and_has_no_signature_key()
    {
        using var session = Open("child");
        var reading = session.ReadAndJudge(Anchors.Value, TimeProvider.System.GetUtcNow());
        Assert.True(reading.Proof.IsGenuine);
        Assert.Contains(CardProofRemark.NumberNotCompared, reading.Proof.Remarks);
        Assert.Equal(ChipProof.Genuine, session.ProveCard(reading));
        Assert.Throws<InvalidOperationException>(() => session.OpenSignatureKey(new TypedPins()));
    }

    [Theory]
    [InlineData("adult-10")]
    [InlineData("adult-11")]
    public void A_key_of_a_generation_that_is_no_longer_used_signs_nothing(string id)
    {
        using var session = Open(id);
        Assert.Throws<NotSupportedException>(() => session.OpenSignatureKey(new TypedPins()));
    }

    private static CardProofFault[] Expected(string id) => id switch
    {
        "bad-identity-signature" => [CardProofFault.IdentitySignature],
        "bad-address-signature" => [CardProofFault.AddressSignature],
        "bad-photo-hash" => [CardProofFault.PhotoHash],
        "bad-basic-key" => [CardProofFault.BasicKey],
        "other-chip-number" => [CardProofFault.ChipNumber],
        "other-national-number" => [CardProofFault.NationalNumber],
        "untrusted-register" => [CardProofFault.NationalRegisterUntrusted],
        _ => [],
    };

    private static CardReading Read(string id, TrustAnchors anchors)
    {
        using var session = Open(id);
        return session.ReadAndJudge(anchors, TimeProvider.System.GetUtcNow());
    }

    private static BelpicSession Open(string id)
    {
        var reader = new SimulatedReader(KeyBench.ReaderName, pinPad: false, TimeProvider.System);
        reader.Insert(CardTalk.Issue(id));
        return BelpicSession.Open(reader.Connect(KeyBench.ReaderName));
    }
}
