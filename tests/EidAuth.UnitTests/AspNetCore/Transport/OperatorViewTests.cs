using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using EidAuth.AspNetCore;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Transport;

/// <summary>What an operator sees of a host that fails: log, meter, health.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class OperatorViewTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> measured = new();
    private readonly MeterListener listener = new();
    private PkiTown bench = null!;

    public async ValueTask InitializeAsync()
    {
        bench = await PkiTown.StartAsync(services: services => services.AddHealthChecks().AddBelgianEidCheck());
        var factory = bench.Town.Services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == BelgianEidDefaults.Meter && ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
    }

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return bench.DisposeAsync();
    }

    [Fact]
    public async Task Requests_are_measured_by_host_service_and_outcome_and_logins_by_outcome()
    {
        Assert.Equal("ocsp", await bench.LogInAsync(withChain: false));
        bench.Pki.Ocsp.Behave("citizen-ec", ResponderBehaviour.ServerError);
        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
        Assert.Equal(
            [
                "eidauth.login.waiting.duration ",
                "eidauth.logins eidauth.outcome=accepted,eidauth.revocation=ocsp",
                "eidauth.logins eidauth.outcome=certificate_revoked,eidauth.revocation=crl",
                "eidauth.pki.request.duration server.address=127.0.0.1,eidauth.service=crl,eidauth.outcome=ok",
                "eidauth.pki.request.duration server.address=127.0.0.1,eidauth.service=issuer,eidauth.outcome=ok",
                "eidauth.pki.request.duration server.address=127.0.0.1,eidauth.service=ocsp,eidauth.outcome=ok",
                "eidauth.pki.request.duration server.address=127.0.0.1,eidauth.service=ocsp,eidauth.outcome=status",
            ],
            measured.Select(one => $"{one.Name} {one.Tags}").Distinct().Order(StringComparer.Ordinal));
        var citizen = Citizen.All["revoked"];
        Assert.DoesNotContain(measured, one => one.Tags.Contains(citizen.NationalNumber, StringComparison.Ordinal) || one.Tags.Contains(citizen.Surname, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_responder_that_was_killed_is_not_asked_any_more_after_five_failures_and_again_when_it_answers()
    {
        bench.Pki.Conduct.Behave("citizen-ec", ResponderBehaviour.Reset);
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("ocsp_unavailable", await bench.LetTimePassAsync(bench.LogInAsync()));
        }

        Assert.Contains("127.0.0.1 did not answer 5 times in a row", Assert.Single(bench.Town.Log.Of(3035)).Text, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, await HealthAsync());
        Assert.Contains(measured, one => one is { Name: "eidauth.pki.circuit.open", Value: 1 });
        var asked = bench.Pki.Ocsp.RequestsTo("citizen-ec");

        // A connection that was kept open and is reset is tried once more on a new one, below everything that counts.
        Assert.InRange(asked, 5, 6);
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        Assert.Equal(asked, bench.Pki.Ocsp.RequestsTo("citizen-ec"));

        bench.Pki.Conduct.Behave(ResponderBehaviour.Good);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("ocsp", await bench.LetTimePassAsync(bench.LogInAsync()));
        Assert.Single(bench.Town.Log.Of(3036));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
        Assert.Equal(0, measured.Where(one => one.Name == "eidauth.pki.circuit.open").Sum(one => one.Value));
    }

    [Fact]
    public async Task A_responder_that_answers_nonsense_is_asked_each_time()
    {
        bench.Pki.Conduct.Behave("citizen-ec", ResponderBehaviour.ServerError);
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        }

        Assert.Equal(7, bench.Pki.Ocsp.RequestsTo("citizen-ec"));
        Assert.Empty(bench.Town.Log.Of(3035));
        Assert.Equal(HealthStatus.Healthy, await HealthAsync());
    }

    private async Task<HealthStatus> HealthAsync() =>
        (await bench.Town.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Status;

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
