using EidAuth.E2ETests.Accessibility;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>A whole login without a mouse, from a typed address to the page behind the login.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class KeyboardLoginTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_login_is_done_by_keyboard_alone()
    {
        await using var visitor = await town.VisitAsync();
        var keys = new Keyboard(visitor.Tab);
        await visitor.GoToAsync("/");
        await keys.PressOnAsync("a[href='/login']");
        await visitor.WaitForAsync("#eid-login");
        await keys.PressOnAsync("#eid-login");
        await visitor.WaitForAsync("#continue");
        await keys.PressOnAsync("#continue", "Space");
        await visitor.WaitForAsync("h1[data-step=InsertCard]");

        var reader = (ChromiumTab)visitor.Reader.Tab;
        await reader.ComeToFrontAsync();
        var readerKeys = new Keyboard(reader);
        await readerKeys.PressOnAsync("button[name=card][value=adult-18]");
        await reader.WaitForAsync("#reader[data-waits=true]", Cancellation);
        await reader.TypeAsync("1234");
        await reader.PressAsync("Enter");
        await visitor.Tab.ComeToFrontAsync();

        await visitor.WaitForAsync("#make-account");
        await keys.PressOnAsync("#make-account button");
        await visitor.WaitForAsync("#how");
        Assert.Contains("Vermeersch", await visitor.Tab.TextAsync());
        Assert.Contains("link Log in with eID", keys.Heard);
    }
}
