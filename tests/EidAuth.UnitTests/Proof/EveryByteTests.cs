using System.Globalization;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>No byte of what is proven may differ: one bit turned in any of them, and the card is not genuine.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class EveryByteTests
{
    // All of them in the long version.
    private static readonly int Step = Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1" ? 1 : 5;

    private static readonly (string Name, Func<CardContent, byte[]> Read, Func<CardContent, byte[], CardContent> Write)[] Files =
    [
        ("4031", content => content.Identity!.Raw.ToArray(), (content, file) => content with { Identity = Identity.TryParse(file, out var identity) ? identity : null }),
        ("4032", content => content.IdentitySignature!.Value.ToArray(), (content, file) => content with { IdentitySignature = file }),
        ("4033", content => content.Address!.Raw.ToArray(), (content, file) => content with { Address = Address.TryParse(file, out var address) ? address : null }),
        ("4034", content => content.AddressSignature!.Value.ToArray(), (content, file) => content with { AddressSignature = file }),
        ("4035", content => content.Photo!.Value.ToArray(), (content, file) => content with { Photo = file }),
        ("503C", content => content.NationalRegisterCertificate!.Value.ToArray(), (content, file) => content with { NationalRegisterCertificate = file }),
        ("chip", content => content.ChipNumber.ToArray(), (content, file) => content with { ChipNumber = file }),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void One_bit_anywhere_is_one_too_many(bool rsa)
    {
        var card = rsa ? ForgedCard.Rsa() : ForgedCard.Ec();
        var content = card.Content();
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var turned = 0;
        foreach (var (name, read, write) in Files)
        {
            for (var at = random.Next(Step); at < read(content).Length; at += Step)
            {
                var file = read(content);
                var bit = random.Next(8);
                file[at] ^= (byte)(1 << bit);
                var proof = card.Judge(write(content, file), expected: CardParts.All);
                Assert.False(proof.IsGenuine, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: bit {bit} of byte {at} of {name} may differ"));
                turned++;
            }
        }

        Figures.Add($"bits turned in a card of {(rsa ? "RSA" : "P-384")}, each seen", turned, "bits");
        Assert.InRange(turned, 200, int.MaxValue);
    }
}
