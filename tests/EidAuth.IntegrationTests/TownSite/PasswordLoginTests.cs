using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class PasswordLoginTests
{
    [Fact]
    public async Task The_right_password_logs_in_and_the_counter_says_who_how_and_since_when()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor("nl");

        var login = await visitor.LogInAsync();

        Assert.Equal(HttpStatusCode.Redirect, login.Status);
        Assert.Equal("/me", login.Location);
        var me = await visitor.GetAsync("/me");
        Assert.Equal("Alex Voorbeeld", me.Text("who"));
        Assert.Equal("Gebruikersnaam en wachtwoord", me.Text("how"));
        Assert.Matches(@"^\d{1,2} \w+ \d{4}, \d\d:\d\d$", me.Text("since"));
        Assert.Null(me.Text("test-trust"));
    }

    [Theory]
    [InlineData("alex", "wrong")]
    [InlineData("nobody", "voorbeeld-1234")]
    public async Task A_wrong_name_and_a_wrong_password_are_told_the_same(string user, string password)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var answer = await visitor.PostFromAsync("/login", "/login", ("UserName", user), ("Password", password));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("User name or password is wrong. Try again.", answer.Text("problem"));
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);
        Assert.DoesNotMatch("name=\"Password\"[^>]*value=", answer.Html);
    }

    [Fact]
    public async Task An_empty_form_is_asked_for_again()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var answer = await visitor.PostFromAsync("/login", "/login");

        Assert.Equal("Fill in user name and password.", answer.Text("problem"));
    }

    [Fact]
    public async Task Whoever_is_not_logged_in_is_sent_to_the_login_page_and_back()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var me = await visitor.GetAsync("/me/claims");
        Assert.Equal("http://localhost:5080/login?ReturnUrl=%2Fme%2Fclaims", me.Location);
        var login = await visitor.LogInAsync(returnUrl: "/me/claims");

        Assert.Equal("/me/claims", login.Location);
        Assert.Contains("\"family_name\":\"Voorbeeld\"", (await visitor.GetAsync("/me/claims")).Html);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("evil")]
    public async Task No_return_address_leads_away(string returnUrl)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();

        var page = await visitor.GetAsync("/login?ReturnUrl=" + Uri.EscapeDataString(returnUrl));
        Assert.Contains("href=\"/login/eid\"", page.Html);
        Assert.Contains("action=\"/login\"", page.Html);
        Assert.Equal("/me", (await visitor.LogInAsync(returnUrl: returnUrl)).Location);
        Assert.Equal("/", (await visitor.GetAsync("/language/fr?returnUrl=" + Uri.EscapeDataString(returnUrl))).Location);
    }

    [Fact]
    public async Task The_twenty_first_password_of_a_minute_waits()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await visitor.LogInAsync("wrong", userName: $"somebody-{attempt}")).Status);
        }

        var answer = await visitor.LogInAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Contains("Too many tries.", answer.Plain);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/login")).Status);
    }

    [Fact]
    public async Task Another_spelling_of_the_address_gives_no_further_passwords()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await visitor.LogInAsync("wrong", userName: $"somebody-{attempt}");
        }

        foreach (var path in (string[])["/login/", "/Login", "/%6Cogin"])
        {
            var answer = await visitor.PostFromAsync("/login", path, ("UserName", "alex"), ("Password", "voorbeeld-1234"));
            Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        }
    }

    [Fact]
    public async Task A_site_in_production_has_no_account_everybody_knows()
    {
        await using var town = await RunningTown.StartAsync("Production", []);
        using var visitor = town.NewVisitor();

        Assert.Null((await visitor.GetAsync("/login")).Text("demo-account"));
        Assert.Equal("User name or password is wrong. Try again.", (await visitor.LogInAsync()).Text("problem"));
    }
}
