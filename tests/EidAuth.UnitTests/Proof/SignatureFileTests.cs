using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>What is signed, and how files 4032 and 4034 are padded (card content 5.4 §6.2.5).</summary>
[Trait("Group", TestGroup.Card)]
public sealed class SignatureFileTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_address_is_signed_without_its_zeros_at_the_end(bool rsa)
    {
        var card = Card(rsa);
        var content = card.Content();
        var untrimmed = card.Sign([.. card.AddressFile, .. content.IdentitySignature!.Value.Span]);
        Assert.Equal([CardProofFault.AddressSignature], card.Judge(content with { AddressSignature = untrimmed }).Faults);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void However_many_zeros_the_address_file_ends_in(int zeros)
    {
        var card = ForgedCard.Ec();
        var content = card.Content();
        byte[] file = [.. card.AddressFile.AsSpan().TrimEnd((byte)0), .. new byte[zeros]];
        Assert.True(card.Judge(content with { Address = ForgedCard.ParseAddress(file) }).IsGenuine);
    }

    [Fact]
    public void An_empty_field_within_the_address_is_no_end()
    {
        var card = ForgedCard.Ec();
        card.AddressFile = [0x01, 0, 0x02, 4, .. "1000"u8, 0x03, 2, .. "Ath"u8[..2], .. new byte[90]];
        Assert.True(card.Judge().IsGenuine);
    }

    [Fact]
    public void The_identity_signature_is_signed_with_its_padding()
    {
        var card = ForgedCard.Ec();
        var content = card.Content();
        var signature = content.IdentitySignature!.Value.Span;
        var cut = card.Sign([.. card.AddressFile.AsSpan().TrimEnd((byte)0), .. signature[..(signature[1] + 2)]]);
        Assert.Equal([CardProofFault.AddressSignature], card.Judge(content with { AddressSignature = cut }).Faults);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Behind_the_signature_there_are_zeros_and_nothing_else(bool rsa)
    {
        var content = Card(rsa).Content() with { Address = null };
        byte[] longer = [.. content.IdentitySignature!.Value.Span, 0];
        Assert.True(Card(rsa).Judge(content with { IdentitySignature = longer }).IsGenuine);
        longer[^1] = 1;
        Assert.Equal([CardProofFault.IdentitySignature], Card(rsa).Judge(content with { IdentitySignature = longer }).Faults);
    }

    public static TheoryData<bool, byte[]> NoSignatures => new()
    {
        { false, [0] },
        { false, [0x30] },
        { false, [0x30, 0x00] },
        { false, [0x30, 0x7F] },
        { false, [0x30, 0x81, 0x03, 0x02, 0x01] },
        { false, [0x30, 0x06, 0x02, 0x01, 0x01, 0x02, 0x01, 0x01] },
        { false, [0x30, 0x06, 0x02, 0x01, 0xFF, 0x02, 0x01, 0x01] },
        { false, new byte[256] },
        { true, [0] },
        { true, new byte[255] },
        { true, new byte[256] },
    };

    [Theory]
    [MemberData(nameof(NoSignatures), DisableDiscoveryEnumeration = true)]
    public void What_is_no_signature_is_told_apart_without_an_exception(bool rsa, byte[] file)
    {
        var card = Card(rsa);
        Assert.Equal([CardProofFault.IdentitySignature], card.Judge(card.Content() with { Address = null, IdentitySignature = file }).Faults);
    }

    [Fact]
    public void A_shorter_rsa_signature_is_none()
    {
        var card = ForgedCard.Rsa();
        var content = card.Content() with { Address = null };
        Assert.Equal([CardProofFault.IdentitySignature], card.Judge(content with { IdentitySignature = content.IdentitySignature!.Value[..255] }).Faults);
    }

    private static ForgedCard Card(bool rsa) => rsa ? ForgedCard.Rsa() : ForgedCard.Ec();
}
