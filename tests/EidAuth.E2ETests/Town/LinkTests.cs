using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>An account that is there already, and a card.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LinkTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_with_a_password_is_linked_then_reached_by_both_ways_and_the_link_is_undone()
    {
        await using var owner = await town.VisitAsync();
        await owner.Books.AddAsync("lotte", "Lotte Marie", "Vermeersch");
        await owner.LogInWithPasswordAsync("lotte");
        await owner.AskForLinkAsync("adult-18");
        await owner.WaitForAsync("#confirm-link");
        Assert.Equal("Lotte Marie Vermeersch", await owner.TextOfAsync("#who"));
        Assert.Equal(0, await owner.Books.LinksOfAsync("lotte"));
        await Screens.KeepAsync(await owner.Tab.PictureAsync(), "town-confirm-link");
        await owner.Tab.ClickAsync("#confirm-link button");
        await owner.WaitForAsync("#card-linked");
        Assert.Equal(1, await owner.Books.LinksOfAsync("lotte"));
        Assert.Contains(owner.World.Mails, mail => mail.Contains("lotte@example.be", StringComparison.Ordinal));

        // By the card: at once, and it is the same account.
        await using var byCard = await town.VisitAsync();
        await byCard.LogInWithCardAsync("adult-18");
        await byCard.WaitForAsync("#how");
        await byCard.GoToAsync("/me/security");
        Assert.Equal("lotte", await byCard.TextOfAsync("#user-name"));

        await using var byPassword = await town.VisitAsync();
        await byPassword.LogInWithPasswordAsync("lotte");
        await byPassword.GoToAsync("/me/security");
        Assert.True(await byPassword.HasAsync("#card-linked"));

        // Undone: the other sessions have ended, and the card leads nowhere.
        var mails = owner.World.Mails.Count;
        await owner.GoToAsync("/me/security");
        await owner.Tab.ClickAsync("#unlink button");
        await owner.WaitForAsync("#link");
        Assert.Equal(0, await owner.Books.LinksOfAsync("lotte"));
        Assert.Equal(mails + 1, owner.World.Mails.Count);
        await byCard.GoToAsync("/me");
        await byCard.WaitForAsync("#eid-login");
        await byCard.LogInWithCardAsync("adult-18");
        await byCard.WaitForAsync("#make-account");
        await byPassword.LogInWithPasswordAsync("lotte");
    }

    [Fact]
    public async Task A_card_that_nobody_knows_is_linked_by_the_password_of_an_account()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("elif", "Elif", "Özdemir");
        await visitor.LogInWithCardAsync("born-2003");
        await visitor.WaitForAsync("#link-account");
        await visitor.Tab.FillAsync("#link-account input[name=UserName]", "elif");
        await visitor.Tab.FillAsync("#link-account input[name=Password]", "not her password");
        await visitor.Tab.ClickAsync("#link-account button");
        await visitor.WaitForAsync("#link-problem");
        Assert.Equal(0, await visitor.Books.LinksOfAsync("elif"));

        await visitor.Tab.FillAsync("#link-account input[name=UserName]", "elif");
        await visitor.Tab.FillAsync("#link-account input[name=Password]", TownBooks.Password);
        await visitor.Tab.ClickAsync("#link-account button");
        await visitor.WaitForAsync("#how");
        Assert.Equal(1, await visitor.Books.LinksOfAsync("elif"));
    }
}
