using System.Diagnostics;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests;

/// <summary>Logins through a real pcscd, with the PIN typed into a real pinentry window.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class PcscLoginTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adult-18", "Lotte Marie Vermeersch")]
    [InlineData("adult-17", "Jérôme Luc Delvaux-Noël")]
    public async Task A_citizen_logs_in_with_the_pin_typed_into_the_agents_window(string citizen, string name)
    {
        await using var world = await PcscWorld.StartAsync(Cancellation);
        await world.InsertAsync(citizen);
        var tab = await world.ConsentAsync();

        var window = await world.WaitForPinWindowAsync();
        await Screens.KeepAsync(await world.Display.ScreenshotAsync(Cancellation), "pinentry", citizen);
        await Screens.KeepAsync(tab, "chromium", citizen, "pin-in-window");
        await world.Display.TypeAsync(window, "1234", Cancellation);
        var typed = Stopwatch.GetTimestamp();

        await tab.WaitForAsync("#who", Cancellation);
        Figures.Add($"login of {citizen} through pcscd, PIN typed to page shown", Stopwatch.GetElapsedTime(typed).TotalMilliseconds, "ms");
        Figures.Add($"login of {citizen} through pcscd, commands to the card", world.Apdus);
        Assert.Contains(name, await tab.TextAsync());
        Assert.Equal(1, world.Verifies);
    }

    [Fact]
    public async Task A_wrong_pin_opens_the_window_again_with_the_tries_left()
    {
        await using var world = await PcscWorld.StartAsync(Cancellation);
        await world.InsertAsync("adult-18");
        var tab = await world.ConsentAsync();

        await world.Display.TypeAsync(await world.WaitForPinWindowAsync(), "9999", Cancellation);
        await tab.WaitForAsync("#remark.warning", Cancellation);
        Assert.Contains("2 tries left", await tab.TextAsync());
        var again = await world.WaitForPinWindowAsync();
        await Screens.KeepAsync(await world.Display.ScreenshotAsync(Cancellation), "pinentry", "wrong-pin");
        await world.Display.TypeAsync(again, "1234", Cancellation);

        await tab.WaitForAsync("#who", Cancellation);
        Assert.Equal(2, world.Verifies);
    }

    [Fact]
    public async Task A_card_pulled_while_the_window_is_open_ends_the_login_without_verify_and_the_agent_goes_on()
    {
        await using var world = await PcscWorld.StartAsync(Cancellation);
        var card = await world.InsertAsync("adult-18");
        var tab = await world.ConsentAsync();
        await world.WaitForPinWindowAsync();

        await card.StopAsync();
        await tab.WaitForAsync("h1[data-ending=card_removed]", Cancellation);
        await Screens.KeepAsync(tab, "chromium", "card-removed");
        await world.WaitForNoPinWindowAsync();
        Assert.Equal(0, world.Verifies);

        await world.InsertAsync("adult-18");
        await LogInAsync(world, "Vermeersch");
    }

    [Fact]
    public async Task A_card_swapped_while_the_window_is_open_gets_no_pin_and_loses_no_try()
    {
        await using var world = await PcscWorld.StartAsync(Cancellation);
        var first = await world.InsertAsync("adult-18");
        var tab = await world.ConsentAsync();
        await world.WaitForPinWindowAsync();

        var second = world.Offer("adult-17");
        await first.StopAsync();
        await world.WaitForInsertedAsync(second, "adult-17");
        await tab.WaitForAsync("h1[data-ending=card_removed]", Cancellation);
        await Screens.KeepAsync(tab, "chromium", "card-swapped");
        await world.WaitForNoPinWindowAsync();
        Assert.Equal(0, world.Verifies);
        Assert.Contains("SW1=0x63, SW2=0xC3", await world.AskTriesLeftAsync());

        await LogInAsync(world, "Delvaux-Noël");
    }

    private static async Task LogInAsync(PcscWorld world, string name)
    {
        var tab = await world.ConsentAsync();
        await world.Display.TypeAsync(await world.WaitForPinWindowAsync(), "1234", Cancellation);
        await tab.WaitForAsync("#who", Cancellation);
        Assert.Contains(name, await tab.TextAsync());
    }
}
