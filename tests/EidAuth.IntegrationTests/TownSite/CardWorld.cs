using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>Test PKI and responder for a class of tests, and what the agent does between a challenge and its callback. Each test starts a town of its own.</summary>
public sealed class CardWorld : IAsyncLifetime
{
    public const string AgentOrigin = "http://127.0.0.1:35353";

    private readonly TestPki pki;
    private readonly WebApplication responder;

    public CardWorld()
    {
        // A free port first: the certificates name the responder's address.
        var port = FreePort.Take();
        pki = SharedPki.Open(TimeProvider.System, new Uri($"http://127.0.0.1:{port}/"));
        responder = OcspResponder.Build(pki, port, TimeProvider.System);
    }

    public async ValueTask InitializeAsync() => await responder.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await responder.DisposeAsync();
        pki.Dispose();
    }

    internal Task<RunningTown> StartTownAsync(params string[] settings) => RunningTown.StartAsync([$"--Eid:TestAnchors={pki.AnchorsFolder}", .. settings]);

    /// <summary>From the login page to the answer of the callback.</summary>
    internal async Task<Answer> LogInAsync(Visitor visitor, string citizen, string start = "/login/eid") => await SignAsync(visitor, await visitor.GetAsync(start), citizen);

    /// <summary>A new account made from a card; the visitor is logged in to it.</summary>
    internal async Task<Visitor> NewFromCardAsync(RunningTown town, string citizen, string language = "en")
    {
        var visitor = town.NewVisitor(language);
        var first = await LogInAsync(visitor, citizen);
        Assert.Equal("/me", (await visitor.PostFromAsync(first.Location!, first.Location!)).Location);
        return visitor;
    }

    /// <summary>Signs what a challenge asks, with the fields that the citizen gives, and posts it as the agent's page would.</summary>
    internal async Task<Answer> SignAsync(Visitor visitor, Answer start, string id, CardParts give = CardParts.None)
    {
        Assert.StartsWith(AgentOrigin + "/login?", start.Location, StringComparison.Ordinal);
        var citizen = Citizen.All[id];
        Assert.True(ReturnAddress.TryParse(Asked(start, "return_to"), out var returnTo));
        var reader = new SimulatedReader("a reader", pinPad: false, TimeProvider.System);
        reader.Insert(pki.IssueCard(citizen));
        using var session = BelpicSession.Open(reader.Connect(reader.Name));
        var signed = Assert.IsType<LoginSignature.Completed>(
            session.SignLogin(new LoginMessage(returnTo!.Origin, Asked(start, "nonce")), Encoding.ASCII.GetBytes(citizen.Pin)));
        var chain = CertificateBag.ToJson([session.ReadCertificate(CertificateFile.IssuingCa)!]);
        List<(string, string)> form = [("state", Asked(start, "state")), ("token", signed.Token.ToJson()), ("chain", chain)];
        if (give != CardParts.None)
        {
            form.Add(("identity", PostedFields.Take(session.ReadContent(give | CardParts.Identity | CardParts.Proof), give)!.ToJson()));
        }

        return await visitor.PostAsync("/signin-eid", [.. form], AgentOrigin);
    }

    internal static string Asked(Answer start, string name) => QueryHelpers.ParseQuery(new Uri(start.Location!).Query)[name].Single()!;
}
