using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>
/// What stands on the citizen's side and at the government: cards of the test PKI that sign through the real card session, and its OCSP responder on loopback, which a
/// test can make behave otherwise.
/// </summary>
internal sealed class TestCards : IAsyncDisposable
{
    private readonly TestPki pki;
    private readonly WebApplication responder;
    private readonly ManualTimeProvider clock;
    private readonly Dictionary<string, SimulatedCard> cards = new(StringComparer.Ordinal);
    private int questions;

    private TestCards(TestPki pki, WebApplication responder, ManualTimeProvider clock) => (this.pki, this.responder, this.clock) = (pki, responder, clock);

    public string AnchorsFolder => pki.AnchorsFolder;

    /// <summary>How often the responder was asked.</summary>
    public int Questions => questions;

    /// <summary>Comes before the real responder; true when it answered.</summary>
    public Func<HttpContext, Task<bool>> Misbehave { get; set; } = _ => Task.FromResult(false);

    public static async Task<TestCards> StartAsync(ManualTimeProvider clock, TimeSpan? responderAhead = null)
    {
        var port = FreePort.Take();
        var pki = SharedPki.Open(clock, new Uri($"http://127.0.0.1:{port}/"));
        var responderClock = new ManualTimeProvider(clock.GetUtcNow() + (responderAhead ?? TimeSpan.Zero));
        var responder = OcspResponder.Build(pki, port, responderAhead is null ? clock : responderClock);
        TestCards? made = null;
        responder.Use(async (context, next) =>
        {
            Interlocked.Increment(ref made!.questions);
            if (!await made.Misbehave(context))
            {
                await next(context);
            }
        });
        made = new TestCards(pki, responder, clock);
        await responder.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    /// <summary>The token's JSON, and the bag with the issuing CA and the root as the agent sends it.</summary>
    public (string Token, string Chain) Sign(string citizen, string origin, string nonce) => Sign(Citizen.All[citizen], origin, nonce);

    public (string Token, string Chain) Sign(Citizen citizen, string origin, string nonce)
    {
        Assert.True(Origin.TryParse(origin, out var parsed));
        var reader = new SimulatedReader("Test reader", pinPad: false, clock);
        reader.Insert(Card(citizen));
        using var session = BelpicSession.Open(reader.Connect("Test reader"));
        var signature = session.SignLogin(new LoginMessage(parsed!, nonce), System.Text.Encoding.ASCII.GetBytes(citizen.Pin));
        var token = Assert.IsType<LoginSignature.Completed>(signature).Token;
        var chain = CertificateBag.ToJson([session.ReadCertificate(CertificateFile.IssuingCa)!, session.ReadCertificate(CertificateFile.Root)!]);
        return (token.ToJson(), chain);
    }

    /// <summary>The form field <c>identity</c> as the agent writes it for somebody who agrees to give that.</summary>
    public string Give(Citizen citizen, CardParts agreed)
    {
        var reader = new SimulatedReader("Test reader", pinPad: false, clock);
        reader.Insert(Card(citizen));
        using var session = BelpicSession.Open(reader.Connect("Test reader"));
        return PostedFields.Take(session.ReadContent(), agreed)!.ToJson();
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await responder.StopAsync(atOnce.Token);
        await responder.DisposeAsync();
        pki.Dispose();
    }

    private SimulatedCard Card(Citizen citizen)
    {
        if (!cards.TryGetValue(citizen.Id, out var card))
        {
            cards[citizen.Id] = card = pki.IssueCard(citizen);
        }

        return card;
    }
}
