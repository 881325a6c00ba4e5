using EidAuth.AspNetCore;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Issuers;

/// <summary>Tokens that come without their issuing CA.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class IssuerFetchTests : IAsyncLifetime
{
    private PkiTown bench = null!;

    public async ValueTask InitializeAsync() => bench = await PkiTown.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact(DisplayName = "P39: an unknown issuing CA, downloads off, is issuer_unknown without any traffic")]
    public async Task Switched_off()
    {
        await bench.RestartAsync(options => options.Revocation.FetchIssuers = false);
        Assert.Equal("issuer_unknown", await bench.LogInAsync(withChain: false));
        Assert.Equal(0, bench.Pki.Conduct.Connections.Total);
        Assert.Contains("refused as issuer_unknown", Assert.Single(bench.Town.Log.Of(3003)).Text, StringComparison.Ordinal);
    }

    [Theory(DisplayName = "P39+: an unknown issuing CA is fetched from where the card says, and verified")]
    [InlineData("adult-18", "ec")]
    [InlineData("adult-17", "rsa")]
    public async Task Switched_on(string citizen, string half)
    {
        Assert.Equal("ocsp", await bench.LogInAsync(citizen, withChain: false));
        Assert.Equal(1, bench.Pki.Certificates.RequestsTo("citizen-" + half));
        Assert.InRange(bench.Pki.Certificates.RequestsTo("root-" + half), 0, 1);
        var requests = bench.Pki.Certificates.Requests;
        Assert.Equal("ocsp", await bench.LogInAsync(citizen, withChain: false));
        Assert.Equal(requests, bench.Pki.Certificates.Requests);
    }

    [Theory]
    [InlineData(ResponderBehaviour.ServerError)]
    [InlineData(ResponderBehaviour.Html)]
    [InlineData(ResponderBehaviour.GzipBomb)]
    [InlineData(ResponderBehaviour.Huge)]
    [InlineData(ResponderBehaviour.Endless)]
    [InlineData(ResponderBehaviour.Reset)]
    [InlineData(ResponderBehaviour.HalfWay)]
    [InlineData(ResponderBehaviour.Empty)]
    [InlineData(ResponderBehaviour.Truncated)]
    [InlineData(ResponderBehaviour.TrailingBytes)]
    [InlineData(ResponderBehaviour.OtherAuthority)]
    public async Task What_is_no_certificate_of_that_ca_is_as_good_as_none(ResponderBehaviour behaviour)
    {
        bench.Pki.Certificates.Behave("citizen-ec", behaviour);
        Assert.Equal("issuer_unknown", await bench.LogInAsync(withChain: false));
        Assert.Single(bench.Town.Log.Of(3033));
        Assert.Equal(0, bench.Pki.Ocsp.Requests);
    }

    [Fact]
    public async Task One_with_another_signature_is_not_believed()
    {
        bench.Pki.Certificates.Behave("citizen-ec", ResponderBehaviour.BadSignature);
        Assert.Equal("chain_untrusted", await bench.LogInAsync(withChain: false));
        Assert.Equal(0, bench.Pki.Ocsp.Requests);
    }

    [Fact(DisplayName = "P40: a redirect of a caIssuers address is not followed")]
    public async Task Redirect()
    {
        bench.Pki.Certificates.Behave(ResponderBehaviour.Redirect);
        Assert.Equal("issuer_unknown", await bench.LogInAsync(withChain: false));
        Assert.Equal(0, bench.Pki.Certificates.RedirectsFollowed);
        Assert.Contains("Status", Assert.Single(bench.Town.Log.Of(3039)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logins_at_once_fetch_once_and_what_failed_is_not_fetched_again_for_ten_seconds()
    {
        bench.Pki.Certificates.Behave(ResponderBehaviour.NotFound);
        Assert.All(
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => bench.LogInAsync(withChain: false))),
            outcome => Assert.Equal("issuer_unknown", outcome));
        bench.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal("issuer_unknown", await bench.LogInAsync(withChain: false));
        Assert.Equal(1, bench.Pki.Certificates.Requests);

        bench.Pki.Certificates.Behave(ResponderBehaviour.Good);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ocsp", await bench.LogInAsync(withChain: false));
    }

    [Fact]
    public async Task A_repository_that_does_not_answer_costs_three_seconds()
    {
        bench.Pki.Certificates.Behave(ResponderBehaviour.Silent);
        var login = bench.LogInAsync(withChain: false);
        await PkiTown.EventuallyAsync(() => bench.Pki.Certificates.Requests == 1);
        bench.Clock.Advance(TimeSpan.FromSeconds(3) - TimeSpan.FromMilliseconds(1));
        Assert.False(login.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("issuer_unknown", await login);
    }

    [Fact]
    public async Task What_the_issuing_ca_cost_is_taken_from_the_same_budget()
    {
        bench.Pki.Conduct.Delay = TimeSpan.FromSeconds(2);
        bench.Pki.Certificates.Behave("citizen-ec", ResponderBehaviour.Late);
        bench.Pki.Ocsp.Behave(ResponderBehaviour.Silent);
        bench.Pki.Crl.Behave(ResponderBehaviour.Silent);
        var start = bench.Clock.GetUtcNow();
        var login = bench.LogInAsync(withChain: false);
        await PkiTown.EventuallyAsync(() => bench.Pki.Certificates.Requests == 1);
        await bench.LetTimePassAsync(() => bench.Pki.Ocsp.Requests == 2);
        var left = TimeSpan.FromSeconds(4) - (bench.Clock.GetUtcNow() - start);
        Assert.InRange(left.TotalSeconds, 0.1, 2);
        bench.Clock.Advance(left);
        Assert.False(login.IsCompleted);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(100));
        Assert.Equal("ocsp_unavailable", await login);
    }

    [Fact]
    public async Task Verified_ones_are_kept_in_a_folder_over_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-kept-");
        try
        {
            var kept = Path.Combine(folder.FullName, "issuers");
            await bench.RestartAsync(options => options.KeptIssuersFolder = kept);
            Assert.Equal("ocsp", await bench.LogInAsync(withChain: false));
            var requests = bench.Pki.Certificates.Requests;
            await bench.RestartAsync(options => options.KeptIssuersFolder = kept);
            Assert.Equal("ocsp", await bench.LogInAsync(withChain: false));
            Assert.Equal(requests, bench.Pki.Certificates.Requests);

            await bench.RestartAsync();
            Assert.Equal("ocsp", await bench.LogInAsync(withChain: false));
            Assert.NotEqual(requests, bench.Pki.Certificates.Requests);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_folder_that_takes_nothing_any_more_is_a_warning_and_no_outage()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-kept-");
        var kept = Path.Combine(folder.FullName, "issuers");
        await bench.RestartAsync(options => options.KeptIssuersFolder = kept);
        folder.Delete(recursive: true);
        Assert.Equal("ocsp", await bench.LogInAsync());
        Assert.NotEmpty(bench.Town.Log.Of(3040));
    }
}
