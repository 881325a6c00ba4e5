using EidAuth.AspNetCore.Revocation;
using EidAuth.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>Lists that are fetched while nobody waits for them.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ListRefreshTests : IAsyncLifetime
{
    private PkiTown bench = null!;

    public async ValueTask InitializeAsync() => bench = await PkiTown.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task The_roots_list_is_fetched_after_the_first_login_and_its_responder_is_not_asked_again()
    {
        await bench.LogInAsync();
        Assert.Equal(0, bench.Pki.Crl.Requests);
        await AdvanceUntilAsync(TimeSpan.FromSeconds(6), taken: 1);
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("root-ec"));
        Assert.Equal(1, bench.Pki.Crl.Requests);

        bench.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("ocsp", await bench.LogInAsync());
        Assert.Equal(1, bench.Pki.Ocsp.RequestsTo("root-ec"));
        Assert.Equal(2, bench.Pki.Ocsp.RequestsTo("citizen-ec"));
    }

    [Fact]
    public async Task It_is_fetched_again_each_day_before_a_login_would_find_it_too_old()
    {
        await bench.LogInAsync();
        await AdvanceUntilAsync(TimeSpan.FromSeconds(6), taken: 1);
        bench.Clock.Advance(TimeSpan.FromHours(24 * 0.69));
        Assert.Single(bench.Town.Log.Of(3038));
        await AdvanceUntilAsync(TimeSpan.FromHours(24 * 0.22), taken: 2);
        Assert.Equal("ocsp", await bench.LogInAsync());
        Assert.Equal(1, bench.Pki.Ocsp.RequestsTo("root-ec"));
    }

    [Fact]
    public async Task Without_logins_for_three_days_nothing_is_fetched_any_more()
    {
        Assert.Equal(0, Refresh.Count);
        await bench.LogInAsync();
        await AdvanceUntilAsync(TimeSpan.FromSeconds(6), taken: 1);
        Assert.Equal(1, Refresh.Count);
        for (var day = 1; Refresh.Count > 0; day++)
        {
            Assert.InRange(day, 1, 5);
            var seen = bench.Town.Log.Of(3038).Count;
            bench.Clock.Advance(TimeSpan.FromDays(0.95));
            await PkiTown.EventuallyAsync(() => Refresh.Count == 0 || bench.Town.Log.Of(3038).Count > seen);
        }

        var requests = bench.Pki.Crl.Requests;
        Assert.InRange(requests, 3, 6);
        bench.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(requests, bench.Pki.Crl.Requests);

        await bench.LogInAsync();
        await AdvanceUntilAsync(TimeSpan.FromSeconds(6), taken: requests + 1);
    }

    [Fact]
    public async Task A_list_that_does_not_come_is_tried_again_ever_more_rarely_until_it_does()
    {
        bench.Pki.Crl.Behave(ResponderBehaviour.NotFound);
        await bench.LogInAsync();
        await AdvanceUntilFailedAsync(TimeSpan.FromSeconds(6), failed: 1);
        await AdvanceUntilFailedAsync(TimeSpan.FromMinutes(1), failed: 2);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, bench.Town.Log.Of(3037).Count);
        await AdvanceUntilFailedAsync(TimeSpan.FromMinutes(1), failed: 3);
        bench.Pki.Crl.Behave(ResponderBehaviour.Good);
        await AdvanceUntilAsync(TimeSpan.FromMinutes(4), taken: 1);
    }

    [Theory]
    [InlineData(RevocationMode.HardFail, 0)]
    [InlineData(RevocationMode.CrlFirst, 1)]
    [InlineData(RevocationMode.Grace, 1)]
    public async Task Lists_about_holders_are_kept_fresh_where_the_mode_uses_them_before_or_through_an_outage(RevocationMode mode, int watched)
    {
        await bench.RestartAsync(options =>
        {
            options.Revocation.Mode = mode;
            options.Revocation.GraceTime = mode == RevocationMode.Grace ? TimeSpan.FromHours(4) : null;
        });
        await bench.LogInAsync();
        Assert.Equal(1 + watched, Refresh.Count);
    }

    [Fact]
    public async Task In_crl_first_mode_nobody_waits_for_a_list_after_the_first_login()
    {
        await bench.RestartAsync(options => options.Revocation.Mode = RevocationMode.CrlFirst);
        await bench.LogInAsync();
        await AdvanceUntilAsync(TimeSpan.FromSeconds(6), taken: 4);
        for (var hour = 1; hour <= 3; hour++)
        {
            await AdvanceUntilAsync(TimeSpan.FromMinutes(54.5), taken: 4 + hour);
            var before = bench.Pki.Crl.Requests;
            Assert.Equal("crl", await bench.LogInAsync());
            Assert.Equal(before, bench.Pki.Crl.Requests);
        }
    }

    [Fact]
    public async Task A_list_that_a_login_had_no_time_for_is_there_for_the_next()
    {
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        bench.Pki.Conduct.Delay = TimeSpan.FromSeconds(20);
        bench.Pki.Crl.Behave(ResponderBehaviour.Late);
        var login = bench.LogInAsync();
        await PkiTown.EventuallyAsync(() => bench.Pki.Crl.Requests == 2);
        bench.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("ocsp_unavailable", await login);
        await bench.LetTimePassAsync(() => bench.Town.Log.Of(3038).Count == 2);
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.Equal(2, bench.Pki.Crl.Requests);
    }

    [Fact]
    public async Task A_site_that_is_disposed_without_being_stopped_ends_it_without_a_fault()
    {
        var town = await Town.StartAsync();
        var refresh = town.Services.GetRequiredService<ListRefresh>();
        await PkiTown.EventuallyAsync(() => refresh.IsWaiting);
        await town.DisposeAsync();
        await refresh.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_list_is_given_up_after_a_minute()
    {
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        bench.Pki.Crl.Behave(ResponderBehaviour.Silent);
        var login = bench.LogInAsync();
        await PkiTown.EventuallyAsync(() => bench.Pki.Crl.Requests == 2);
        bench.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.Equal("ocsp_unavailable", await login);
        bench.Clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Empty(bench.Town.Log.Of(3037));
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await PkiTown.EventuallyAsync(() => bench.Town.Log.Of(3037).Count == 2);
        Assert.All(bench.Town.Log.Of(3037), line => Assert.Contains("TooSlow", line.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Logins_that_want_the_same_list_at_once_fetch_it_once_and_one_that_failed_is_not_asked_for_again_at_once()
    {
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        bench.Pki.Crl.Behave(ResponderBehaviour.NotFound);
        string[] citizens = ["adult-18", "born-2003", "revoked", "on-hold"];
        Assert.All(await Task.WhenAll(citizens.Select(citizen => bench.LogInAsync(citizen))), outcome => Assert.Equal("ocsp_unavailable", outcome));
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("citizen-ec"));
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("root-ec"));

        bench.Pki.Crl.Behave(ResponderBehaviour.Good);
        bench.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.Equal(2, bench.Pki.Crl.RequestsTo("citizen-ec"));
    }

    private ListRefresh Refresh => bench.Town.Services.GetRequiredService<ListRefresh>();

    // The refresh waits on the clock, but works off it: the clock moves only when the work is seen to be done.
    private async Task AdvanceUntilAsync(TimeSpan by, int taken)
    {
        bench.Clock.Advance(by);
        await PkiTown.EventuallyAsync(() => bench.Town.Log.Of(3038).Count >= taken);
        await SettleAsync();
    }

    private async Task AdvanceUntilFailedAsync(TimeSpan by, int failed)
    {
        bench.Clock.Advance(by);
        await PkiTown.EventuallyAsync(() => bench.Town.Log.Of(3037).Count >= failed);
        await SettleAsync();
    }

    // Until the next wait is armed.
    private async Task SettleAsync() => await PkiTown.EventuallyAsync(() => Refresh.IsWaiting);
}
