using System.Text.Json;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>The site, the handler, a responder and a simulated card; only the agent's pages are left out.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class CardLoginTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Theory]
    [InlineData("adult-18", false)]
    [InlineData("adult-17", true)]
    public async Task A_card_logs_in_from_the_link_and_from_the_form(string citizen, bool byForm)
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();

        var callback = byForm
            ? await world.SignAsync(visitor, await visitor.PostAsync("/login/eid", []), citizen)
            : await world.LogInAsync(visitor, citizen);

        Assert.Equal("/card?returnUrl=%2Fme", callback.Location);
        Assert.Equal("/me", (await visitor.PostFromAsync(callback.Location!, callback.Location!)).Location);
        var me = await visitor.GetAsync("/me");
        Assert.Equal("eID card and PIN", me.Text("how"));
        Assert.Contains(Citizen.All[citizen].Surname, me.Text("who"));
        Assert.Equal("TEST TRUST: logged in with a test card", me.Text("test-trust"));
        Assert.DoesNotContain(Citizen.All[citizen].NationalNumber, me.Html);
        var claims = JsonDocument.Parse((await visitor.GetAsync("/me/claims")).Html).RootElement;
        Assert.Equal(43, claims.GetProperty("sub").GetString()!.Length);
        Assert.Equal(["sc", "pin"], claims.GetProperty("amr").EnumerateArray().Select(way => way.GetString()));
        Assert.Equal(JsonValueKind.Number, claims.GetProperty("auth_time").ValueKind);
        Assert.False(claims.TryGetProperty("town:session", out _));
        var logout = await visitor.LogOutAsync();
        Assert.Contains("Do not forget your card in the reader.", (await visitor.GetAsync(logout.Location!)).Plain);
    }

    [Fact]
    public async Task A_revoked_card_is_refused_kindly()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor("fr");

        var callback = await world.LogInAsync(visitor, "revoked");

        Assert.Equal("/login?eid=certificate_revoked&ReturnUrl=%2Fcard%3FreturnUrl%3D%252Fme", callback.Location);
        var page = await visitor.GetAsync(callback.Location!);
        Assert.Equal("Cette carte ne permet pas de se connecter", page.Text("refusal-heading"));
        Assert.Contains("action=\"/login?ReturnUrl=%2Fme\"", page.Html);
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_hostile_name_is_text_and_nothing_else()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();

        var callback = await world.LogInAsync(visitor, "hostile-name");

        Assert.Equal("/card?returnUrl=%2Fme", callback.Location);
        var first = await visitor.GetAsync(callback.Location!);
        Assert.DoesNotContain("<script", first.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Matches("<dd id=\"who\"><bdi>", first.Html);
        await visitor.PostFromAsync(callback.Location!, callback.Location!);
        var me = await visitor.GetAsync("/me");
        Assert.DoesNotContain("<script", me.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", me.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\u202E', me.Plain);
        Assert.DoesNotContain('\0', me.Plain);
        Assert.Contains("<script>alert('eid')</script>\uFFFDgnortsnI", me.Plain);
        Assert.Matches("<dd id=\"who\"><bdi>", me.Html);
    }

    [Fact]
    public async Task A_card_login_ends_the_session_that_was_here_before()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        using var before = town.NewVisitor();
        await visitor.LogInAsync();
        before.Cookies["__Host-town"] = visitor.Cookies["__Host-town"];

        var callback = await world.LogInAsync(visitor, "adult-18");
        await visitor.PostFromAsync(callback.Location!, callback.Location!);

        Assert.Equal("eID card and PIN", (await visitor.GetAsync("/me")).Text("how"));
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await before.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task No_return_address_leads_away(string returnUrl)
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var start = await visitor.GetAsync("/login/eid?returnUrl=" + Uri.EscapeDataString(returnUrl));

        var cancelled = await visitor.PostAsync("/signin-eid", [("state", CardWorld.Asked(start, "state")), ("error", "user_cancelled")], CardWorld.AgentOrigin);

        Assert.Equal("/login?eid=user_cancelled&ReturnUrl=%2Fcard%3FreturnUrl%3D%252Fme", cancelled.Location);
    }
}
