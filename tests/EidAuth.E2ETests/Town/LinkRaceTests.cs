using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>Two tabs, and two people, that do with one card what can be done only once.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LinkRaceTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_proven_card_that_was_given_up_makes_no_account_from_another_tab()
    {
        await using var visitor = await town.VisitAsync();
        var accounts = await visitor.Books.AccountsAsync();
        await visitor.LogInWithCardAsync("eu-plus");
        await visitor.WaitForAsync("#make-account");
        var other = await visitor.OpenTabAsync();
        await other.GoToAsync(visitor.World.Town + "/card");
        await other.ClickAsync("#stop button");
        await other.WaitForAsync("#eid-login", Cancellation);

        await visitor.Tab.ClickAsync("#make-account button");
        await AssertRefusedAsync(visitor, "login_expired");
        Assert.Equal(accounts, await visitor.Books.AccountsAsync());
    }

    [Fact]
    public async Task Two_tabs_that_make_the_account_at_once_make_one()
    {
        await using var visitor = await town.VisitAsync();
        var (accounts, links) = (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync());
        await visitor.LogInWithCardAsync("white-cane");
        await visitor.WaitForAsync("#make-account");
        var other = await visitor.OpenTabAsync();
        await other.GoToAsync(visitor.World.Town + "/card");
        await other.WaitForAsync("#make-account", Cancellation);
        await Task.WhenAll(visitor.Tab.ClickAsync("#make-account button"), other.ClickAsync("#make-account button"));
        await visitor.WaitForAsync("#how, #refusal-code");
        await other.WaitForAsync("#how, #refusal-code", Cancellation);
        Assert.Equal((accounts + 1, links + 1), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));
    }

    [Fact]
    public async Task Two_accounts_that_link_one_card_at_once_get_it_once()
    {
        await using var first = await town.VisitAsync();
        await using var second = await town.VisitAsync();
        foreach (var (visitor, userName) in new[] { (first, "race-one"), (second, "race-two") })
        {
            await visitor.Books.AddAsync(userName, "Layla", "Al Masri");
            await visitor.LogInWithPasswordAsync(userName);
            await visitor.AskForLinkAsync("protected");
            await visitor.WaitForAsync("#confirm-link");
        }

        await Task.WhenAll(first.Tab.ClickAsync("#confirm-link button"), second.Tab.ClickAsync("#confirm-link button"));
        await first.WaitForAsync("#card-linked, #refusal-code");
        await second.WaitForAsync("#card-linked, #refusal-code");
        Assert.Equal(1, await first.Books.LinksOfAsync("race-one") + await first.Books.LinksOfAsync("race-two"));
        var loser = await first.HasAsync("#refusal-code") ? first : second;
        await AssertRefusedAsync(loser, "linked_elsewhere");
    }

    private static async Task AssertRefusedAsync(Visitor visitor, string code)
    {
        await visitor.WaitForAsync("#refusal-code");
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-conflict", code);
        Assert.Equal(code, await visitor.TextOfAsync("#refusal-code"));
    }
}
