using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class LogoutTests
{
    private const string Session = "__Host-town";

    [Fact]
    public async Task A_cookie_captured_before_the_logout_is_refused_after_it()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        using var thief = town.NewVisitor();
        await visitor.LogInAsync();
        thief.Cookies[Session] = visitor.Cookies[Session];
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync("/me")).Status);

        var logout = await visitor.LogOutAsync();

        Assert.Equal("/?bye", logout.Location);
        Assert.DoesNotContain(Session, visitor.Cookies.Keys);
        Assert.Contains("Your session has ended on our server.", (await visitor.GetAsync("/?bye")).Plain);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Without_the_antiforgery_token_nobody_is_logged_out()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        var forged = await visitor.PostAsync("/logout", []);

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("The form was out of date or came from elsewhere.", forged.Plain);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Opening_the_logout_address_logs_nobody_out()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        await visitor.GetAsync("/logout");

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Logging_out_here_leaves_the_session_on_another_computer_alone()
    {
        await using var town = await RunningTown.StartAsync();
        using var here = town.NewVisitor();
        using var there = town.NewVisitor();
        await here.LogInAsync();
        await there.LogInAsync();

        await here.LogOutAsync();

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_login_begins_a_session_of_its_own_and_ends_the_one_before()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        using var before = town.NewVisitor();
        await visitor.LogInAsync();
        before.Cookies[Session] = visitor.Cookies[Session];

        await visitor.LogInAsync();

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await before.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task A_cookie_of_another_run_of_the_site_is_refused()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();
        await using var restarted = await RunningTown.StartAsync();
        using var same = restarted.NewVisitor();
        same.Cookies[Session] = visitor.Cookies[Session];

        Assert.Equal(HttpStatusCode.Redirect, (await same.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task The_session_cookie_can_be_neither_read_by_script_nor_planted_by_a_sibling_host()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var login = await visitor.LogInAsync();

        var cookie = login.Headers["Set-Cookie"];
        Assert.StartsWith("__Host-town=", cookie, StringComparison.Ordinal);
        Assert.Contains("; secure; samesite=lax; httponly", cookie);
        Assert.DoesNotContain("domain=", cookie);
    }
}
