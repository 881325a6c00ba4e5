using EidAuth.E2ETests.Browsers;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>Whole logins in real browsers: town, agent, reader with keypad, back to the town.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class LoginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BrowserKind.Chromium, "adult-18", "Lotte Marie Vermeersch")]
    [InlineData(BrowserKind.Chromium, "adult-17", null)]
    [InlineData(BrowserKind.Firefox, "adult-18", "Lotte Marie Vermeersch")]
    [InlineData(BrowserKind.Firefox, "adult-17", null)]
    public async Task A_citizen_logs_in_with_card_and_keypad(BrowserKind kind, string citizen, string? name)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.Town + "/");
        await tab.ClickAsync("#link");

        await tab.WaitForAsync("#continue", Cancellation);
        Assert.StartsWith(world.AgentAddress, await tab.AddressAsync());
        Assert.Contains(world.Town, await tab.TextAsync());
        await Screens.KeepAsync(tab, kind.ToString(), citizen, "1-consent");
        await tab.ClickAsync("#continue");
        await tab.WaitForAsync("h1[data-step=InsertCard]", Cancellation);
        await Screens.KeepAsync(tab, kind.ToString(), citizen, "2-insert-card");

        await Screens.KeepAsync(reader.Tab, kind.ToString(), citizen, "3-reader-empty");
        await reader.InsertAsync(citizen);
        await tab.WaitForAsync("h1[data-step=PinOnKeypad]", Cancellation);
        await Screens.KeepAsync(tab, kind.ToString(), citizen, "4-pin-on-keypad");
        await reader.TypeAsync("1234");
        await Screens.KeepAsync(reader.Tab, kind.ToString(), citizen, "5-reader-pin");
        await reader.PressAsync("ok");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Equal(world.Town + "/counter", await tab.AddressAsync());
        Assert.Contains(name ?? FullName(citizen), await tab.TextAsync());
    }

    [Theory]
    [InlineData(BrowserKind.Chromium, "link")]
    [InlineData(BrowserKind.Chromium, "form")]
    [InlineData(BrowserKind.Chromium, "redirect")]
    [InlineData(BrowserKind.Chromium, "typed")]
    [InlineData(BrowserKind.Firefox, "link")]
    [InlineData(BrowserKind.Firefox, "form")]
    [InlineData(BrowserKind.Firefox, "redirect")]
    [InlineData(BrowserKind.Firefox, "typed")]
    public async Task Every_way_into_a_login_leads_to_its_end(BrowserKind kind, string way)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        await reader.InsertAsync("adult-18");
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.Town + (way == "typed" ? "/eid" : "/"));
        if (way != "typed")
        {
            await tab.ClickAsync(way == "redirect" ? "#guarded" : "#" + way);
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
        Assert.Contains("2", await tab.EvaluateAsync("document.getElementById('remark').innerText"));
        Assert.Equal(2, world.Cards["adult-18"].Value.TriesLeft);
        await Screens.KeepAsync(tab, kind.ToString(), "wrong-pin");
        await Screens.KeepAsync(reader.Tab, kind.ToString(), "wrong-pin-reader");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Equal(3, world.Cards["adult-18"].Value.TriesLeft);
    }

    [Theory]
    [InlineData(BrowserKind.Chromium)]
    [InlineData(BrowserKind.Firefox)]
    public async Task A_revoked_card_is_refused_and_the_log_has_the_code_and_nothing_personal(BrowserKind kind)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation);
        var (tab, reader) = await ConsentAsync(world, "revoked");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#code", Cancellation);
        Assert.Equal(world.Town + "/login?eid=certificate_revoked&ReturnUrl=%2Fcounter", await tab.AddressAsync());
        Assert.Single(world.Log.Lines, line => line.Contains("certificate_revoked", StringComparison.Ordinal));
        var citizen = Citizen.All["revoked"];
        foreach (var secret in new[] { citizen.Surname, citizen.GivenNames.Split(' ')[0], citizen.NationalNumber, "1234" })
        {
            Assert.DoesNotContain(world.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
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

        await tab.WaitForAsync("#code", Cancellation);
        Assert.Equal(world.Town + "/login?eid=user_cancelled&ReturnUrl=%2Fcounter", await tab.AddressAsync());
        Assert.Equal(3, world.Cards["adult-18"].Value.TriesLeft);
    }

    private static async Task<(ITab Tab, ReaderTab Reader)> ConsentAsync(LoginWorld world, string citizen)
    {
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        await reader.InsertAsync(citizen);
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.Town + "/eid");
        await tab.WaitForAsync("#continue", Cancellation);
        await tab.ClickAsync("#continue");
        return (tab, reader);
    }

    private static string FullName(string citizen) => $"{Citizen.All[citizen].GivenNames} {Citizen.All[citizen].Surname}";
}
