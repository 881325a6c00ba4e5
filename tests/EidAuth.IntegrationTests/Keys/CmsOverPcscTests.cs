using EidAuth.Belpic;
using EidAuth.IntegrationTests.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.Keys;

/// <summary>A CMS signature through the real service: simulated card, driver, pcscd, libpcsclite, session, .NET key, SignedCms, OpenSSL.</summary>
[Trait("Group", TestGroup.Card)]
[Collection(ServiceAddress.Collection)]
public sealed class CmsOverPcscTests(PcscFixture fixture) : IClassFixture<PcscFixture>
{
    [Theory]
    [InlineData("adult-17", "root-rsa")]
    [InlineData("adult-18", "root-ec")]
    public async Task A_citizen_signs_a_document_and_openssl_verifies_it(string citizen, string root)
    {
        Require.Programs("openssl");
        await fixture.UntilEmptyAsync();
        SimulatedCard card;
        using (var pki = SharedPki.Open(TimeProvider.System))
        {
            card = pki.IssueCard(Citizen.All[citizen]);
        }

        await using var inserted = await TestCard.InsertAsync(fixture.Pcscd, command => card.Transmit(command), atr: Convert.ToHexString(card.Atr.Span));
        await fixture.UntilPresentAsync();
        using (var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader)))
        {
            await SignedDocumentTests.VerifyAsync(document => CardCms.Sign(session, document), root);
        }

        Assert.Single(card.Transcript, command => command.StartsWith("002A", StringComparison.Ordinal));
        Assert.Equal(3, card.TriesLeft);
    }
}
