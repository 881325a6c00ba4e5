using EidAuth.E2ETests.Browsers;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>A town that asks for fields of the card, the agent's real page on which a citizen ticks them, and the card read for them.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FieldsTests
{
    private static readonly string[] AskForAll = ["--Eid:Fields:Identity=Optional", "--Eid:Fields:Address=Required", "--Eid:Fields:Photo=Optional", "--Town:FieldsAtLogin=Identity,Address,Photo"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BrowserKind.Chromium, "adult-18")]
    [InlineData(BrowserKind.Chromium, "adult-17")]
    [InlineData(BrowserKind.Firefox, "adult-18")]
    public async Task What_the_citizen_ticks_arrives_and_is_proven(BrowserKind kind, string citizen)
    {
        await using var world = await LoginWorld.StartAsync(kind, Cancellation, AskForAll);
        var (tab, reader) = await OpenAsync(world, citizen);
        await tab.ClickAsync("label[for=give-address]");
        await tab.ClickAsync("#give-photo");
        await Screens.KeepAsync(tab, world.Browser.Name, citizen, "fields-consent");
        await tab.ClickAsync("#continue");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Single(world.Log.Lines, line => line.Contains("Fields of the card were given and verified: address,photo.", StringComparison.Ordinal));
        AssertNothingPersonal(world, citizen);
    }

    [Fact]
    public async Task The_keyboard_alone_is_enough_and_ticks_outlive_a_change_of_the_page()
    {
        await using var world = await LoginWorld.StartAsync(BrowserKind.Chromium, Cancellation, AskForAll);
        var (tab, reader) = await OpenAsync(world, "adult-18");
        await FocusAsync(tab, "give-address");
        await ((ChromiumTab)tab).PressAsync("Space");

        // Another login takes the reader and leaves it: this page shows that, and its choice again.
        var other = await world.Browser.OpenTabAsync();
        await other.GoToAsync(world.Town + "/login/eid");
        await other.WaitForAsync("#give-address", Cancellation);
        await other.ClickAsync("#continue");
        await other.WaitForAsync("h1[data-step=PinOnKeypad]", Cancellation);
        await tab.WaitForAsync("#stop-other", Cancellation);
        await other.ClickAsync("#cancel");
        await tab.WaitForAsync("#continue", Cancellation);
        Assert.Equal("true", await tab.EvaluateAsync("document.getElementById('give-address').checked"));
        await FocusAsync(tab, "continue");
        await tab.WaitUntilReadAsync("#continue");
        await ((ChromiumTab)tab).PressAsync("Enter");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Single(world.Log.Lines, line => line.Contains("Fields of the card were given and verified: address.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_required_and_not_ticked_ends_on_the_towns_login_page()
    {
        await using var world = await LoginWorld.StartAsync(BrowserKind.Chromium, Cancellation, AskForAll);
        var (tab, reader) = await OpenAsync(world, "adult-18");
        await tab.ClickAsync("#give-identity");
        await tab.ClickAsync("#continue");
        await reader.TypePinAsync("1234");

        await tab.WaitForAsync("#refusal-code", Cancellation);
        await Screens.KeepAsync(tab, world.Browser.Name, "fields-not-given");
        Assert.StartsWith(world.Town + "/login?eid=fields_not_given", await tab.AddressAsync());
        AssertNothingPersonal(world, "adult-18");
    }

    private static void AssertNothingPersonal(LoginWorld world, string id)
    {
        var citizen = Citizen.All[id];
        foreach (var personal in (string[])[citizen.Surname, citizen.NationalNumber, citizen.Address.Street, "1234"])
        {
            Assert.DoesNotContain(world.Log.Lines, line => line.Contains(personal, StringComparison.OrdinalIgnoreCase));
        }
    }

    private static async Task<(ITab Tab, ReaderTab Reader)> OpenAsync(LoginWorld world, string citizen)
    {
        var reader = await ReaderTab.OpenAsync(world, Cancellation);
        await reader.InsertAsync(citizen);
        var tab = await world.Browser.OpenTabAsync();
        await tab.GoToAsync(world.Town + "/login");
        await tab.ClickAsync("#eid-login");
        await tab.WaitForAsync("#give-address", Cancellation);
        return (tab, reader);
    }

    private static async Task FocusAsync(ITab tab, string id)
    {
        for (var presses = 0; await tab.EvaluateAsync("document.activeElement.id") != $"\"{id}\""; presses++)
        {
            Assert.True(presses < 20, $"The keyboard does not reach {id}.");
            await ((ChromiumTab)tab).PressAsync("Tab");
        }
    }
}
