using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using EidAuth.AspNetCore;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Pki;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Load;

/// <summary>A town's site with many people before it, each with a certificate of his own, and the test PKI on real sockets. Time is the machine's.</summary>
internal sealed class OutageTown : IAsyncDisposable
{
    private const string Site = "https://localhost";

    private readonly ShiftedTimeProvider clock;
    private readonly Town town;
    private readonly IReadOnlyList<SimulatedCard> cards;
    private readonly MeterListener listener = new();
    private readonly ConcurrentQueue<double> waited = new();

    private OutageTown(TestPkiServer pki, ShiftedTimeProvider clock, Town town, IReadOnlyList<SimulatedCard> cards)
    {
        (Pki, this.clock, this.town, this.cards) = (pki, clock, town, cards);
        var factory = town.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Name == "eidauth.login.waiting.duration" && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((_, value, _, _) => waited.Enqueue(value));
        listener.Start();
    }

    public TestPkiServer Pki { get; }

    /// <summary>What the last burst's logins waited for others, in seconds, measured by the site itself.</summary>
    public IReadOnlyCollection<double> Waited => waited;

    public static async Task<OutageTown> StartAsync(int people, RevocationMode mode, TimeSpan budget)
    {
        var clock = new ShiftedTimeProvider();
        var pki = await TestPkiServer.StartAsync(SharedPki.Folder, clock, cancellation: TestContext.Current.CancellationToken);
        var town = await Town.StartAsync(
            options =>
            {
                options.Origins.Clear();
                options.Origins.Add(Site);
                options.Trust.UseTestAnchors(pki.AnchorsFolder);
                (options.Revocation.Mode, options.Revocation.Budget) = (mode, budget);
                options.Revocation.GraceTime = mode == RevocationMode.Grace ? TimeSpan.FromHours(4) : null;
            },
            time: clock,
            keepsLog: false);
        var citizen = Citizen.All["adult-18"];
        var keys = CardProfile.Of(citizen).MakeKeys();
        return new OutageTown(pki, clock, town, [.. Enumerable.Range(0, people).Select(_ => pki.Pki.IssueCard(citizen, keys))]);
    }

    /// <summary>Answers that were given end; lists do not.</summary>
    public void LetAnswersEnd() => clock.Forward(TimeSpan.FromMinutes(2));

    /// <summary>Everybody has been at the agent's and is about to post.</summary>
    public async Task<IReadOnlyList<(Browser Browser, Dictionary<string, string> Fields)>> PrepareAsync(int people)
    {
        var prepared = new List<(Browser, Dictionary<string, string>)>();
        foreach (var card in cards.Take(people))
        {
            var browser = town.NewBrowser(Site);
            var attempt = await browser.StartLoginAsync();
            prepared.Add((browser, Sign(card, attempt)));
        }

        return prepared;
    }

    /// <summary>Posts them, so many at a time, and counts how they ended.</summary>
    public async Task<Dictionary<string, int>> PostAsync(IReadOnlyList<(Browser Browser, Dictionary<string, string> Fields)> prepared, int atOnce)
    {
        waited.Clear();
        var outcomes = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            prepared,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = TestContext.Current.CancellationToken },
            async (login, _) => outcomes.Enqueue(await PkiTown.OutcomeAsync(login.Browser, await login.Browser.PostAsync(login.Fields))));
        return outcomes.CountBy(outcome => outcome).ToDictionary();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await town.DisposeAsync();
        await Pki.DisposeAsync();
    }

    private Dictionary<string, string> Sign(SimulatedCard card, Attempt attempt)
    {
        Assert.True(Origin.TryParse(Site, out var origin));
        var reader = new SimulatedReader("Test reader", pinPad: false, clock);
        reader.Insert(card);
        using var session = BelpicSession.Open(reader.Connect("Test reader"));
        var signed = Assert.IsType<LoginSignature.Completed>(session.SignLogin(new LoginMessage(origin!, attempt.Nonce), Encoding.ASCII.GetBytes(Citizen.All["adult-18"].Pin)));
        var chain = CertificateBag.ToJson([session.ReadCertificate(CertificateFile.IssuingCa)!, session.ReadCertificate(CertificateFile.Root)!]);
        return attempt.WithToken(signed.Token.ToJson(), chain);
    }
}
