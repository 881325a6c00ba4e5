using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;
using EidAuth.Iso7816;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.PcSc;

/// <summary>A login's card half through the real service: simulated card, driver, pcscd, libpcsclite, session.</summary>
[Trait("Group", TestGroup.FirstLogin)]
[Collection(ServiceAddress.Collection)]
public sealed class LoginOverPcscTests(PcscFixture fixture, ITestOutputHelper output) : IClassFixture<PcscFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adult-18", "ES384", AppletVersion.V18, 11)]
    [InlineData("adult-17", "RS256", AppletVersion.V17, 13)]
    public async Task A_citizen_logs_in_within_the_budget(string citizen, string algorithm, AppletVersion applet, int budget)
    {
        var card = Issue(citizen);
        await using var inserted = await InsertAsync(card);
        using (var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader)))
        {
            Assert.Equal(applet, session.Applet);
            Assert.False(session.HasPinPad);
            var completed = Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
            Assert.Equal(algorithm, completed.Token.Algorithm);
        }

        var commands = card.Transcript.ToArray();
        var verify = Array.FindIndex(commands, command => command.StartsWith("0020", StringComparison.Ordinal));
        output.WriteLine($"{citizen}: {commands.Length} commands for certificate and signature, {commands.Length - verify - 1} after the PIN");
        Assert.InRange(commands.Length, 1, budget);
        Assert.InRange(commands.Length - verify - 1, 1, 3);
    }

    [Fact]
    public async Task Every_certificate_is_read_and_tries_are_counted_without_costing_one()
    {
        foreach (var citizen in new[] { "adult-18", "adult-17" })
        {
            var card = Issue(citizen);
            await using (await InsertAsync(card))
            {
                using var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader));
                Assert.Equal(3, session.ReadTriesLeft());
                foreach (var file in Enum.GetValues<CertificateFile>())
                {
                    using var certificate = X509CertificateLoader.LoadCertificate(session.ReadCertificate(file)!);
                    Assert.NotEmpty(certificate.Subject);
                }

                Assert.Equal(new LoginSignature.WrongPin(2), session.SignLogin(Message(), "4321"u8));
                Assert.Equal(2, session.ReadTriesLeft());
                Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));
                Assert.Equal(3, session.ReadTriesLeft());
            }

            await fixture.UntilEmptyAsync();
        }
    }

    [Fact]
    public async Task A_card_swapped_while_the_pin_is_typed_gets_no_verify_nor_does_the_other()
    {
        var asked = Issue("adult-18");
        var other = Issue("adult-17");
        await using var first = await InsertAsync(asked);
        using (var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader)))
        {
            Assert.NotNull(session.ReadCertificate(CertificateFile.Authentication));
            await using var second = await TestCard.InsertAsync(fixture.Pcscd, command => other.Transmit(command), atr: Convert.ToHexString(other.Atr.Span));
            await first.RemoveAsync();
            Assert.Equal(CardFault.Removed, Assert.Throws<CardException>(() => session.SignLogin(Message(), "1234"u8)).Fault);
            await fixture.UntilPresentAsync();
        }

        Assert.Equal((3, 3), (asked.TriesLeft, other.TriesLeft));
        Assert.DoesNotContain(asked.Transcript.Concat(other.Transcript), command => command.StartsWith("0020", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_reset_by_another_program_while_the_pin_is_typed_gets_no_verify()
    {
        var card = Issue("adult-18");
        await using var inserted = await InsertAsync(card);
        using (var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader)))
        {
            Assert.NotNull(session.ReadCertificate(CertificateFile.Authentication));
            fixture.Readers.Connect(PrivatePcscd.FirstReader).Dispose();
            Assert.Equal(CardFault.Reset, Assert.Throws<CardException>(() => session.SignLogin(Message(), "1234"u8)).Fault);
        }

        Assert.DoesNotContain(card.Transcript, command => command.StartsWith("0020", StringComparison.Ordinal));
        Assert.Equal(3, card.TriesLeft);
    }

    [Fact]
    public async Task After_the_login_no_other_program_finds_a_verified_pin()
    {
        var card = Issue("adult-17");
        await using var inserted = await InsertAsync(card);
        using var other = fixture.Readers.Connect(PrivatePcscd.FirstReader);
        using (var session = BelpicSession.Open(fixture.Readers.Connect(PrivatePcscd.FirstReader)))
        {
            Assert.IsType<LoginSignature.Completed>(session.SignLogin(Message(), "1234"u8));

            // Still before the reset: LOG OFF alone has closed it.
            var answer = new byte[258];
            Assert.Equal(2, other.Transmit([0x00, 0x20, 0x00, 0x01, 0x00], answer));
            Assert.Equal("63C3", Convert.ToHexString(answer.AsSpan(0, 2)));
        }
    }

    private static SimulatedCard Issue(string citizen)
    {
        using var pki = SharedPki.Open(TimeProvider.System);
        return pki.IssueCard(Citizen.All[citizen]);
    }

    private static LoginMessage Message()
    {
        Assert.True(Origin.TryParse("https://loket.example.be", out var origin));
        return new LoginMessage(origin!, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    private async Task<TestCard> InsertAsync(SimulatedCard card)
    {
        await fixture.UntilEmptyAsync();
        var inserted = await TestCard.InsertAsync(fixture.Pcscd, command => card.Transmit(command), atr: Convert.ToHexString(card.Atr.Span));
        await fixture.UntilPresentAsync();
        return inserted;
    }
}
