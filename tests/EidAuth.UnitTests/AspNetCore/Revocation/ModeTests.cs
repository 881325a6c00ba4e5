using EidAuth.AspNetCore;
using EidAuth.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>What a town's citizens meet when responders or list servers fail, mode by mode: docs/towns.md has the same table.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ModeTests : IAsyncLifetime
{
    private PkiTown bench = null!;

    public async ValueTask InitializeAsync() => bench = await PkiTown.StartAsync();

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Hard_fail_asks_the_responder_then_the_list_then_refuses()
    {
        Assert.Equal("ocsp", await bench.LogInAsync());
        Assert.Equal(0, bench.Pki.Crl.Requests);

        await bench.RestartAsync();
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("citizen-ec"));

        await bench.RestartAsync();
        bench.Pki.Crl.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
    }

    [Fact]
    public async Task Hard_fail_lets_a_list_that_is_held_answer_while_it_is_fresh()
    {
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("crl", await bench.LogInAsync());
        bench.Pki.Crl.Behave(ResponderBehaviour.ServerError);
        bench.Clock.Advance(TimeSpan.FromDays(6));
        Assert.Equal("crl", await bench.LogInAsync());
        bench.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
    }

    [Theory]
    [InlineData(ResponderBehaviour.ServerError)]
    [InlineData(ResponderBehaviour.Html)]
    [InlineData(ResponderBehaviour.Redirect)]
    [InlineData(ResponderBehaviour.GzipBomb)]
    [InlineData(ResponderBehaviour.Huge)]
    [InlineData(ResponderBehaviour.Endless)]
    [InlineData(ResponderBehaviour.Reset)]
    [InlineData(ResponderBehaviour.TryLater)]
    [InlineData(ResponderBehaviour.BadSignature)]
    [InlineData(ResponderBehaviour.WrongNonce)]
    [InlineData(ResponderBehaviour.Stale)]
    public async Task Whatever_a_responder_does_that_is_no_answer_the_list_answers(ResponderBehaviour behaviour)
    {
        bench.Pki.Ocsp.Behave("citizen-ec", behaviour);
        Assert.Equal("crl", await bench.LetTimePassAsync(bench.LogInAsync()));
        Assert.Equal(0, bench.Pki.Ocsp.RedirectsFollowed);
    }

    [Theory]
    [InlineData(ResponderBehaviour.NotFound)]
    [InlineData(ResponderBehaviour.Html)]
    [InlineData(ResponderBehaviour.WrongContentType)]
    [InlineData(ResponderBehaviour.Redirect)]
    [InlineData(ResponderBehaviour.GzipBomb)]
    [InlineData(ResponderBehaviour.Huge)]
    [InlineData(ResponderBehaviour.Reset)]
    [InlineData(ResponderBehaviour.HalfWay)]
    [InlineData(ResponderBehaviour.Empty)]
    [InlineData(ResponderBehaviour.Truncated)]
    [InlineData(ResponderBehaviour.TrailingBytes)]
    [InlineData(ResponderBehaviour.BadSignature)]
    [InlineData(ResponderBehaviour.OtherKey)]
    [InlineData(ResponderBehaviour.OtherAuthority)]
    [InlineData(ResponderBehaviour.Stale)]
    public async Task Whatever_a_list_server_does_that_is_no_list_the_login_is_refused_and_the_log_says_why(ResponderBehaviour behaviour)
    {
        bench.Pki.Ocsp.Behave("citizen-ec", ResponderBehaviour.ServerError);
        bench.Pki.Crl.Behave("citizen-ec", behaviour);
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        Assert.Equal(0, bench.Pki.Crl.RedirectsFollowed);
        Assert.Contains("/crl/citizen-ec.crl", Assert.Single(bench.Town.Log.Of(3037)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_a_hundred_thousand_entries_answers_too()
    {
        bench.Pki.Ocsp.Behave("citizen-ec", ResponderBehaviour.ServerError);
        bench.Pki.Crl.Behave("citizen-ec", ResponderBehaviour.LongList);
        Assert.Equal("crl", await bench.LogInAsync());
    }

    [Fact]
    public async Task A_revoked_card_is_refused_by_the_list_when_no_responder_answers()
    {
        await IssueAsync("revoked", "on-hold");
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
        Assert.Equal(RevocationSource.Crl, Assert.Single(bench.Refused).HolderEvidence!.Source);
        Assert.Equal("certificate_on_hold", await bench.LogInAsync("on-hold"));
    }

    [Fact]
    public async Task Crl_first_asks_no_responder_while_there_is_a_list()
    {
        await IssueAsync("revoked");
        await bench.RestartAsync(options => options.Revocation.Mode = RevocationMode.CrlFirst);
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.Equal("crl", await bench.LogInAsync("born-2003"));
        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
        Assert.Equal(0, bench.Pki.Ocsp.Requests);
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("citizen-ec"));
        Assert.Equal(1, bench.Pki.Crl.RequestsTo("root-ec"));
        Assert.Single(bench.Town.Log.Of(3008));
    }

    [Fact]
    public async Task Crl_first_asks_the_responder_when_there_is_no_list_and_refuses_when_nobody_answers()
    {
        await bench.RestartAsync(options => options.Revocation.Mode = RevocationMode.CrlFirst);
        bench.Pki.Crl.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("ocsp", await bench.LogInAsync());

        await bench.RestartAsync(options => options.Revocation.Mode = RevocationMode.CrlFirst);
        bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
    }

    [Fact]
    public async Task Grace_lets_evidence_past_its_end_count_for_its_time_and_says_so_everywhere()
    {
        await bench.RestartAsync(Grace);
        Assert.Single(bench.Town.Log.Of(3007), line => line.Level == LogLevel.Warning && line.Text.Contains("04:00:00", StringComparison.Ordinal));
        Assert.Equal("ocsp", await bench.LogInAsync());
        Assert.Empty(bench.Town.Log.Of(3018));

        bench.Pki.Conduct.Behave(ResponderBehaviour.ServerError);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("grace", await bench.LogInAsync());
        Assert.Equal(LogLevel.Warning, Assert.Single(bench.Town.Log.Of(3018)).Level);
        Assert.Equal([false, true], bench.Verified.Select(login => login.IsGrace));
        Assert.True(bench.Verified[1].HolderEvidence is { IsGrace: true, IsHeld: true, Source: RevocationSource.Ocsp });
        Assert.Contains("in grace until", bench.Town.Log.Of(3017)[1].Text, StringComparison.Ordinal);

        bench.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
    }

    [Fact]
    public async Task The_same_outage_without_grace_is_a_refusal()
    {
        Assert.Equal("ocsp", await bench.LogInAsync());
        bench.Pki.Conduct.Behave(ResponderBehaviour.ServerError);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        Assert.Empty(bench.Town.Log.Of(3018));
    }

    [Fact]
    public async Task Grace_lets_nobody_pass_about_whom_nothing_was_ever_verified()
    {
        await bench.RestartAsync(Grace);
        Assert.Equal("ocsp", await bench.LogInAsync("born-2003"));
        bench.Pki.Conduct.Behave(ResponderBehaviour.ServerError);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        Assert.Equal("grace", await bench.LogInAsync("born-2003"));
    }

    [Fact]
    public async Task Grace_lets_no_card_pass_that_was_revoked()
    {
        await bench.RestartAsync(Grace);
        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
        bench.Pki.Conduct.Behave(ResponderBehaviour.ServerError);
        bench.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
    }

    [Fact]
    public async Task Grace_finds_the_list_that_was_fetched_in_the_background_before_the_outage()
    {
        await bench.RestartAsync(Grace);
        Assert.Equal("ocsp", await bench.LogInAsync("born-2003"));
        bench.Clock.Advance(TimeSpan.FromSeconds(6));
        await PkiTown.EventuallyAsync(() => bench.Town.Log.Of(3038).Count == 2);
        bench.Pki.Conduct.Behave(ResponderBehaviour.ServerError);
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.False(bench.Verified[^1].IsGrace);
    }

    [Fact]
    public async Task A_demanded_nonce_that_the_newer_responders_do_not_repeat_leaves_lists_alone()
    {
        await bench.RestartAsync(options => options.Revocation.RequireNonce = true);
        Assert.Single(bench.Town.Log.Of(3009));
        Assert.Equal("crl", await bench.LogInAsync());
        Assert.Equal("ocsp", await bench.LogInAsync("adult-17"));
    }

    [Fact]
    public async Task Who_answered_and_when_is_in_the_event_and_in_one_line_of_the_log()
    {
        Assert.Equal("ocsp", await bench.LogInAsync());
        var seen = Assert.Single(bench.Verified);
        Assert.True(seen.HolderEvidence is { Source: RevocationSource.Ocsp, IsHeld: false, IsGrace: false });
        Assert.Equal(bench.Clock.GetUtcNow(), seen.HolderEvidence.ThisUpdate);
        Assert.Equal(bench.Clock.GetUtcNow(), seen.IssuerEvidence.ThisUpdate);
        Assert.Contains(
            "Revocation, accepted: holder ocsp, produced 2026-03-02T09:00:00Z, this update 2026-03-02T09:00:00Z, next update 2026-03-02T09:00:59Z; issuing CA ocsp, produced 2026-03-02T09:00:00Z",
            Assert.Single(bench.Town.Log.Of(3017)).Text,
            StringComparison.Ordinal);

        Assert.Equal("certificate_revoked", await bench.LogInAsync("revoked"));
        Assert.Contains("Revocation, certificate_revoked: holder ocsp", bench.Town.Log.Of(3017)[1].Text, StringComparison.Ordinal);
        Assert.Equal(RevocationSource.Ocsp, Assert.Single(bench.Refused).HolderEvidence!.Source);
    }

    [Fact]
    public async Task Lists_in_a_folder_answer_after_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("eidauth-lists-");
        try
        {
            var lists = Path.Combine(folder.FullName, "lists");
            await bench.RestartAsync(options => options.Revocation.ListsFolder = lists);
            bench.Pki.Ocsp.Behave(ResponderBehaviour.ServerError);
            Assert.Equal("crl", await bench.LogInAsync());
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(lists));
            }

            bench.Pki.Crl.Behave(ResponderBehaviour.ServerError);
            await bench.RestartAsync(options => options.Revocation.ListsFolder = lists);
            Assert.Equal("crl", await bench.LogInAsync());

            await bench.RestartAsync();
            Assert.Equal("ocsp_unavailable", await bench.LogInAsync());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The simulator issues a card at its first login: one that is to be on a list must be there before the list is.
    private async Task IssueAsync(params string[] citizens)
    {
        foreach (var citizen in citizens)
        {
            await bench.PrepareAsync(citizen);
        }
    }

    private static void Grace(BelgianEidOptions options) => (options.Revocation.Mode, options.Revocation.GraceTime) = (RevocationMode.Grace, TimeSpan.FromHours(4));
}
