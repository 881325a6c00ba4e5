using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>What a page of an account can see of its sessions, and end.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class SessionListTests
{
    [Fact]
    public async Task An_account_sees_its_own_sessions_the_one_used_last_first()
    {
        await using var site = await SessionSite.StartAsync();
        var first = await site.LogInAsync("anna");
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await site.LogInAsync("anna");
        await site.LogInAsync("berta");
        var (firstId, secondId) = (await SessionSite.AskAsync(first, "/current"), await SessionSite.AskAsync(second, "/current"));
        using var scope = site.Services.CreateScope();

        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await SessionSite.AskAsync(first);
        var sessions = await site.Sessions(scope).OfAccountAsync("anna", TestContext.Current.CancellationToken);
        Assert.Equal([firstId, secondId], sessions.Select(session => session.Id));
        Assert.All(sessions, session => Assert.Equal(["pwd"], session.How));
        Assert.Equal(TimeSpan.FromMinutes(5), sessions[1].BegunAt - sessions[0].BegunAt);
        Assert.All(sessions, session => Assert.Equal(TimeSpan.FromHours(8), session.EndsAt - session.BegunAt));
    }

    [Fact]
    public async Task What_is_over_is_not_listed()
    {
        await using var site = await SessionSite.StartAsync();
        await site.LogInAsync("anna");
        using var scope = site.Services.CreateScope();
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Empty(await site.Sessions(scope).OfAccountAsync("anna", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task One_session_ends_and_the_others_go_on()
    {
        await using var site = await SessionSite.StartAsync();
        var (here, there) = (await site.LogInAsync("anna"), await site.LogInAsync("anna"));
        using var scope = site.Services.CreateScope();
        var id = await SessionSite.AskAsync(there, "/current");
        Assert.True(await site.Sessions(scope).EndAsync("anna", id, TestContext.Current.CancellationToken));
        Assert.Equal("nobody", await SessionSite.AskAsync(there));
        Assert.NotEqual("nobody", await SessionSite.AskAsync(here));
        Assert.False(await site.Sessions(scope).EndAsync("anna", id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nobody_ends_another_accounts_session_by_its_id()
    {
        await using var site = await SessionSite.StartAsync();
        var anna = await site.LogInAsync("anna");
        using var scope = site.Services.CreateScope();
        Assert.False(await site.Sessions(scope).EndAsync("mallory", await SessionSite.AskAsync(anna, "/current"), TestContext.Current.CancellationToken));
        Assert.NotEqual("nobody", await SessionSite.AskAsync(anna));
    }

    [Theory]
    [InlineData(true, 2, "anna pwd; street and number")]
    [InlineData(false, 3, "nobody")]
    public async Task All_sessions_end_or_all_but_this_one(bool goesOn, int ended, string who)
    {
        await using var site = await SessionSite.StartAsync();
        var (here, there, berta) = (await site.LogInAsync("anna"), await site.LogInAsync("anna"), await site.LogInAsync("berta"));
        await site.LogInAsync("anna");
        using var scope = site.Services.CreateScope();
        var id = goesOn ? await SessionSite.AskAsync(here, "/current") : null;
        Assert.Equal(ended, await site.Sessions(scope).EndAllAsync("anna", id, TestContext.Current.CancellationToken));
        Assert.Equal(who, await SessionSite.AskAsync(here));
        Assert.Equal("nobody", await SessionSite.AskAsync(there));
        Assert.NotEqual("nobody", await SessionSite.AskAsync(berta));
    }

    [Fact]
    public async Task A_scheme_without_server_sessions_is_named_as_such()
    {
        await using var site = await SessionSite.StartAsync();
        using var scope = site.Services.CreateScope();
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => site.Sessions(scope).CurrentAsync(context, "Other"));
        Assert.Contains(".AddServerSessions(\"Other\")", exception.Message, StringComparison.Ordinal);
    }
}
