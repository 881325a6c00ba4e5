using EidAuth.Belpic;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Iso7816;
using EidAuth.Testing;
using EidAuth.Testing.Citizens;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.Card;

/// <summary>Every citizen of the fixtures, read through the real service from a card that another process holds, is the citizen of the JSON.</summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class CitizenReadTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    public static TheoryData<string> Citizens => [.. CitizenFile.Ids];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Citizens))]
    public async Task Every_citizen_reads_as_written(string id)
    {
        var citizen = CitizenFile.Of(id);
        await fixture.UntilEmptyAsync();
        await using var inserted = await InsertedCard.InAsync(fixture.Pcscd, id, Cancellation);
        var made = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await fixture.UntilPresentAsync();
        if (citizen.IsNotActivated)
        {
            Assert.Equal(CardFault.NotActivated, Assert.Throws<CardException>(Open).Fault);
            return;
        }

        using var session = Open();
        var content = session.ReadContent();
        citizen.AssertReadAs(content, made);
        Assert.Equal(session.ReadFile(CardFile.Identity), content.Identity!.Raw.ToArray());
        Assert.Equal(session.ReadFile(CardFile.IdentitySignature), content.IdentitySignature?.ToArray());
        Assert.NotNull(content.NationalRegisterCertificate);
    }

    private BelpicSession Open() => BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader));
}
