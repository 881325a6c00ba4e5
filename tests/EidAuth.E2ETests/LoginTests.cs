using System.Net;
using EidAuth.E2ETests.Browsers;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>Whole logins in real browsers: town, agent, reader with keypad, back to the town.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BrowserKind.Chromium, "adult-18", "Lotte Marie Vermeersch")]
    [InlineData(BrowserKind.Chromium, "adult-17", "Jérôme Luc Delvaux-Noël")]
    [InlineData(BrowserKind.Firefox, "adult-18", "Lotte Marie Vermeersch")]
    [InlineData(BrowserKind.Firefox, "adult-17", "Jérôme Luc Delvaux-Noël")]
    public async Task A_citizen_logs_in_with_card_and_keypad(BrowserKind kind, string citizen, string name)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        var tab = await world.Browser.OpenTabAsync();
        Task KeepAsync(ITab shown, string screen) => Screens.KeepAsync(shown, world.Browser.Name, citizen, screen);

        await tab.GoToAsync(world.Town + "/");
        await KeepAsync(tab, "1-home");
        await tab.ClickAsync("a[href='/login']");
        await tab.WaitForAsync("#eid-login", Cancellation);
        await KeepAsync(tab, "2-login");
        await tab.ClickAsync("#eid-login");

        await tab.WaitForAsync("#continue", Cancellation);
        Assert.StartsWith(world.AgentAddress, await tab.AddressAsync());
        Assert.Contains(world.Town, await tab.TextAsync());
        await KeepAsync(tab, "3-consent");
        await tab.ClickAsync("#continue");
        await tab.WaitForAsync("h1[data-step=InsertCard]", Cancellation);
        await KeepAsync(tab, "4-insert-card");

        await KeepAsync(reader.Tab, "5-reader-empty");
        await reader.InsertAsync(citizen);
        await tab.WaitForAsync("h1[data-step=PinOnKeypad]", Cancellation);
        await KeepAsync(tab, "6-pin-on-keypad");
        await reader.TypeAsync("1234");
        await KeepAsync(reader.Tab, "7-reader-pin");
        await reader.PressAsync("ok");

        await tab.WaitForAsync("#make-account", Cancellation);
        await KeepAsync(tab, "8-first-time");
        await tab.ClickAsync("#make-account button");
        await tab.WaitForAsync("#how", Cancellation);
        await KeepAsync(tab, "9-logged-in");
        Assert.Equal(world.Town + "/me", await tab.AddressAsync());
        Assert.Contains(name, await tab.TextAsync());
    }

    [Theory]
    [InlineData(BrowserKind.Chromium, "link")]
    [InlineData(BrowserKind.Chromium, "redirect")]
    [InlineData(BrowserKind.Chromium, "typed")]
    [InlineData(BrowserKind.Chromium, "form")]
    [InlineData(BrowserKind.Firefox, "link")]
    [InlineData(BrowserKind.Firefox, "redirect")]
    [InlineData(BrowserKind.Firefox, "typed")]
    [InlineData(BrowserKind.Firefox, "form")]
    public async Task Every_way_into_a_login_leads_to_its_end(BrowserKind kind, string way)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        await using var portal = await StartPortalAsync(world.Town + "/login/eid");
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        await reader.InsertAsync("adult-18");
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(way switch
        {
            "link" => world.Town + "/login",
            "redirect" => portal.Urls.Single() + "/town",
            "typed" => world.Town + "/login/eid",
            _ => world.Town + "/",
        });
        if (way is "link" or "form")
        {
            await tab.ClickAsync(way == "link" ? "#eid-login" : "#eid-form button");
        }

        await tab.WaitForAsync("#continue", Cancellation);
        await tab.ClickAsync("#continue");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Contains("Vermeersch", await tab.TextAsync());
    }

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task A_wrong_pin_shows_the_tries_left_and_the_right_one_then_logs_in(BrowserKind kind)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var (tab, reader) = await ConsentAsync(world, "adult-18");

        await reader.TypePinAsync("9999");
        await tab.WaitForAsync("#remark.warning", Cancellation);
        Assert.Contains("2 tries left", await tab.TextAsync());
        Assert.Equal(2, world.Cards["adult-18"].Value.TriesLeft);
        await Screens.KeepAsync(tab, world.Browser.Name, "wrong-pin");
        await Screens.KeepAsync(reader.Tab, world.Browser.Name, "wrong-pin-reader");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Equal(3, world.Cards["adult-18"].Value.TriesLeft);
    }

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task A_revoked_card_is_refused_kindly_and_the_log_has_the_code_and_nothing_personal(BrowserKind kind)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var (tab, reader) = await ConsentAsync(world, "revoked");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#refusal-code", Cancellation);
        await Screens.KeepAsync(tab, world.Browser.Name, "revoked");
        Assert.StartsWith(world.Town + "/login?eid=certificate_revoked", await tab.AddressAsync());
        Assert.Contains("certificate_revoked", await tab.TextAsync());
        Assert.Single(world.Log.Lines, line => line.Contains("Login refused: certificate_revoked.", StringComparison.Ordinal));
        var citizen = Citizen.All["revoked"];
        foreach (var personal in new[] { citizen.Surname, citizen.GivenNames.Split(' ')[0], citizen.NationalNumber, "1234" })
        {
            Assert.DoesNotContain(world.Log.Lines, line => line.Contains(personal, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task Cancelling_leads_back_to_the_towns_login_page_and_costs_no_try(BrowserKind kind)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var (tab, _) = await ConsentAsync(world, "adult-18");
        await tab.WaitForAsync("h1[data-step=PinOnKeypad]", Cancellation);
        await tab.ClickAsync("#cancel");

        await tab.WaitForAsync("#refusal-code", Cancellation);
        await Screens.KeepAsync(tab, world.Browser.Name, "cancelled");
        Assert.StartsWith(world.Town + "/login?eid=user_cancelled", await tab.AddressAsync());
        Assert.Equal(3, world.Cards["adult-18"].Value.TriesLeft);
    }

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task Logging_out_ends_the_session_and_the_back_button_finds_nothing(BrowserKind kind)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var (tab, reader) = await ConsentAsync(world, "adult-18");
        await reader.TypePinAsync("1234");
        await tab.WaitForAsync("#make-account", Cancellation);
        await tab.ClickAsync("#make-account button");
        await tab.WaitForAsync("#how", Cancellation);

        await tab.ClickAsync("#logout button");
        await tab.WaitForAddressAsync("bye", Cancellation);
        await Screens.KeepAsync(tab, world.Browser.Name, "logged-out");
        await tab.GoToAsync(world.Town + "/me");

        await tab.WaitForAsync("#eid-login", Cancellation);
        Assert.DoesNotContain("Vermeersch", await tab.TextAsync());
    }

    private static async Task<(ITab Tab, ReaderTab Reader)> ConsentAsync(LoginWorld world, string citizen)
    {
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        await reader.InsertAsync(citizen);
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.Town + "/login");
        await tab.ClickAsync("#eid-login");
        await tab.WaitForAsync("#continue", Cancellation);
        await tab.ClickAsync("#continue");
        return (tab, reader);
    }

    // Somebody else's site, which sends people on to the town.
    private static async Task<WebApplication> StartPortalAsync(string target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var portal = builder.Build();
        portal.MapGet("/town", () => Results.Redirect(target));
        await portal.StartAsync(Cancellation);
        return portal;
    }
}
