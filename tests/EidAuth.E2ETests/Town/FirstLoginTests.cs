using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>Somebody the town does not know comes with a card.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class FirstLoginTests(TownWorld town) : IClassFixture<TownWorld>
{
    [Fact]
    public async Task The_account_is_made_from_the_card_without_typing_and_only_when_the_person_says_so()
    {
        await using var visitor = await town.VisitAsync();
        var (accounts, links) = (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync());
        await visitor.LogInWithCardAsync("adult-18");
        await visitor.WaitForAsync("#make-account");
        Assert.Contains("Lotte Marie Vermeersch", await visitor.Tab.TextAsync());
        Assert.Equal((accounts, links), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));

        // One click, no field to fill in.
        await visitor.Tab.ClickAsync("#make-account button");
        await visitor.WaitForAsync("#how");
        Assert.Equal(visitor.World.Town + "/me", await visitor.Tab.AddressAsync());
        Assert.Contains("Lotte Marie Vermeersch", await visitor.Tab.TextAsync());
        Assert.Equal((accounts + 1, links + 1), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));

        // Another browser, the same card: the same account, and no question.
        await using var again = await town.VisitAsync();
        await again.LogInWithCardAsync("adult-18");
        await again.WaitForAsync("#how");
        Assert.Equal((accounts + 1, links + 1), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));
    }

    [Fact]
    public async Task Somebody_who_is_not_the_cards_holder_stops_and_nothing_stays()
    {
        await using var visitor = await town.VisitAsync();
        var (accounts, links) = (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync());
        await visitor.LogInWithCardAsync("adult-17");
        await visitor.WaitForAsync("#stop");
        await visitor.Tab.ClickAsync("#stop button");
        await visitor.WaitForAsync("#eid-login");

        await visitor.GoToAsync("/card");
        await visitor.WaitForAsync("#refusal-code");
        Assert.Equal("login_expired", await visitor.TextOfAsync("#refusal-code"));
        Assert.DoesNotContain("Delvaux", await visitor.Tab.TextAsync());
        Assert.Equal((accounts, links), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));
    }
}
