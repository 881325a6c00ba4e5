using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Citizens;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>Every citizen of the fixtures, read through the reader of this process, is the citizen of the JSON.</summary>
[Trait("Group", TestGroup.Card)]
public class CitizenReadTests
{
    public static TheoryData<string> Citizens => [.. CitizenFile.Ids];

    [Theory]
    [MemberData(nameof(Citizens))]
    public void Every_citizen_reads_as_written(string id)
    {
        var citizen = CitizenFile.Of(id);
        using var bench = new CardBench(id);
        if (citizen.IsNotActivated)
        {
            Assert.Equal(CardFault.NotActivated, Assert.Throws<CardException>(() => bench.Open()).Fault);
            return;
        }

        using var session = bench.Open();
        var content = session.ReadContent(CardParts.Holder);
        citizen.AssertReadAs(content, bench.Today);
        Assert.Equal(content.Identity!.Raw.ToArray(), session.ReadFile(CardFile.Identity));
        Assert.Equal(content.Address!.Raw.ToArray(), session.ReadFile(CardFile.Address));
        Assert.Equal(content.Photo!.Value.ToArray(), session.ReadFile(CardFile.Photo));
    }

    [Theory]
    [InlineData("adult-10")]
    [InlineData("adult-11")]
    [InlineData("adult-17")]
    [InlineData("adult-18")]
    [InlineData("every-field")]
    public void Habits_of_a_card_change_nothing_of_what_is_read(string id)
    {
        foreach (var habits in new[] { CardHabits.Strict, CardHabits.Lenient, CardHabits.Strict with { WritesStructureVersion = true } })
        {
            using var bench = new CardBench(id, habits);
            using var session = bench.Open();
            var content = session.ReadContent();
            CitizenFile.Of(id).AssertReadAs(content, bench.Today);
            Assert.Equal(habits.WritesStructureVersion ? 2 : null, content.Identity!.StructureVersion);
            Assert.Equal(session.ReadFile(CardFile.Address), content.Address!.Raw.ToArray());
            Assert.NotNull(session.ReadTokenInfo());
        }
    }

    [Theory]
    [MemberData(nameof(Citizens))]
    public void What_proves_a_citizen_is_read_as_stored(string id)
    {
        if (CitizenFile.Of(id).IsNotActivated)
        {
            return;
        }

        using var bench = new CardBench(id);
        using var session = bench.Open();
        var content = session.ReadContent();
        Assert.Equal(session.ReadFile(CardFile.IdentitySignature), content.IdentitySignature?.ToArray());
        Assert.Equal(session.ReadFile(CardFile.AddressSignature), content.AddressSignature?.ToArray());
        Assert.Equal(session.ReadFile(CardFile.BasicKey), content.BasicKey?.ToArray());
        Assert.Equal(session.ReadCertificate(CertificateFile.NationalRegister), content.NationalRegisterCertificate?.ToArray());
        Assert.Equal(session.ReadCertificate(CertificateFile.Root), content.RootCertificate?.ToArray());
        Assert.Equal(session.ReadCertificate(CertificateFile.Authentication), content.AuthenticationCertificate?.ToArray());
        Assert.NotNull(content.RootCertificate);
    }
}
