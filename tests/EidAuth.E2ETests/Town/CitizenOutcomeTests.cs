using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>What each kind of card comes to, on the screen.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CitizenOutcomeTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("born-2003", "Elif Özdemir")]
    [InlineData("foreigner", "Mads Emil Sørensen")]
    [InlineData("hostile-name", "<script>alert('eid')</script>")]
    public async Task These_get_an_account_under_the_name_of_their_card(string citizen, string name)
    {
        await using var visitor = await town.VisitAsync();
        await visitor.LogInWithCardAsync(citizen);
        await visitor.WaitForAsync("#make-account");
        Assert.Contains(name, await visitor.Tab.TextAsync());
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-first-login", citizen);
        await AssertNamesStayTextAsync(visitor);

        await visitor.Tab.ClickAsync("#make-account button");
        await visitor.WaitForAsync("#how");
        Assert.Contains(name, await visitor.Tab.TextAsync());
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-me", citizen);
        await AssertNamesStayTextAsync(visitor);
    }

    [Theory]
    [InlineData("revoked", "certificate_revoked")]
    [InlineData("expired", "certificate_expired")]
    public async Task These_sign_and_the_town_refuses_them_with_a_sentence_and_a_code(string citizen, string code)
    {
        await using var visitor = await town.VisitAsync();
        await visitor.LogInWithCardAsync(citizen);
        await AssertRefusedAsync(visitor, citizen, code);
    }

    [Theory]
    [InlineData("child", "no_certificate")]
    [InlineData("pin-blocked", "pin_blocked")]
    public async Task These_are_told_by_the_agent_without_a_pin_and_then_by_the_town(string citizen, string code)
    {
        await using var visitor = await town.VisitAsync();
        await visitor.GoToAsync("/login");
        await visitor.Tab.ClickAsync("#eid-login");
        await visitor.WaitForAsync("#continue");
        await visitor.HoldAsync(citizen);
        await visitor.Tab.ClickAsync("#continue");
        await visitor.WaitForAsync($"h1[data-ending={code}]");
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "agent-ending", citizen);
        await visitor.Tab.ClickAsync("#back");
        await AssertRefusedAsync(visitor, citizen, code);
    }

    private static async Task AssertRefusedAsync(Visitor visitor, string citizen, string code)
    {
        await visitor.WaitForAsync("#refusal-code");
        Assert.StartsWith($"{visitor.World.Town}/login?eid={code}", await visitor.Tab.AddressAsync());
        Assert.Equal($"\"{code}\"", await visitor.Tab.EvaluateAsync("document.querySelector('#refusal-code').textContent"));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-refused", citizen);

        await visitor.GoToAsync("/me");
        await visitor.WaitForAsync("#eid-login");
    }

    // The page's policy forbids scripts; that none is there at all is the page's own doing. No character that turns the text around it is left.
    private static async Task AssertNamesStayTextAsync(Visitor visitor)
    {
        Assert.Equal("0", await visitor.Tab.EvaluateAsync("document.querySelectorAll('script, main b').length"));
        Assert.DoesNotMatch("[\u202A-\u202E\u2066-\u2069\0]", await visitor.Tab.EvaluateAsync("document.body.textContent + document.title"));
        Assert.Equal("true", await visitor.Tab.EvaluateAsync("document.querySelectorAll('main bdi').length > 0"));
    }
}
