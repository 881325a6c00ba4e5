using EidAuth.Belpic;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Belpic.Files;

/// <summary>Every citizen of the fixtures, read through the reader of this process, is the citizen of the JSON.</summary>
[Trait("Group", TestGroup.Card)]
public class CitizenReadTests
{
    public static TheoryData<string> Citizens => [.. Citizen.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Citizens))]
    public void Every_citizen_reads_as_written(string id)
    {
        var citizen = Citizen.All[id];
        using var pki = SharedPki.Open(TimeProvider.System);
        var card = pki.IssueCard(citizen);
        var reader = new SimulatedReader("Reader 00 00", pinPad: false, TimeProvider.System);
        reader.Insert(card);
        using var session = BelpicSession.Open(reader.Connect(reader.Name));
        var content = session.ReadContent(CardParts.Holder);
        Assert.Equal(citizen.Surname, content.Identity!.Surname);
        Assert.Equal(citizen.Address.Street, content.Address!.Street);
        Assert.NotNull(session.ReadContent().AddressSignature);
    }
}
