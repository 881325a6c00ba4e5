using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>A program in the agent's place answers the town's challenge with another citizen's valid token. The town cannot tell; the person can, and nothing is kept until they say so.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class ImpostorTests(ImpostorTests.TownWithImpostor town) : IClassFixture<ImpostorTests.TownWithImpostor>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_login_never_attaches_itself_to_the_account_at_hand()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("nele", "Nele", "Voorbeeld");
        await visitor.LogInWithPasswordAsync("nele");
        var (accounts, links) = (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync());

        await visitor.GoToAsync("/login/eid");
        await visitor.WaitForAsync("#make-account");
        Assert.Contains("Elif Özdemir", await visitor.Tab.TextAsync());
        Assert.Equal((accounts, links), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-impostor-login");

        await visitor.Tab.ClickAsync("#stop button");
        await visitor.Tab.WaitForAddressAsync(visitor.World.Town, Cancellation);
        Assert.Equal((accounts, links), (await visitor.Books.AccountsAsync(), await visitor.Books.LinksAsync()));
        await visitor.GoToAsync("/me");
        Assert.DoesNotContain("Özdemir", await visitor.Tab.TextAsync());
    }

    [Fact]
    public async Task A_link_ends_on_a_page_that_names_the_other_citizen_and_none_exists_before_the_person_confirms()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("marie", "Marie", "Voorbeeld");
        await visitor.LogInWithPasswordAsync("marie");
        var links = await visitor.Books.LinksAsync();
        await visitor.GoToAsync("/me/security");
        await visitor.Tab.ClickAsync("#link button");
        await visitor.WaitForAsync("#confirm-link");
        Assert.Equal("Elif Özdemir", await visitor.TextOfAsync("#who"));
        Assert.Equal("Marie Voorbeeld", await visitor.TextOfAsync("#account-name"));
        Assert.Equal((0, links), (await visitor.Books.LinksOfAsync("marie"), await visitor.Books.LinksAsync()));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-impostor-link");

        // To look at the page again, or to go elsewhere, is no confirmation.
        await visitor.GoToAsync("/card");
        await visitor.WaitForAsync("#confirm-link");
        await visitor.GoToAsync("/me");
        Assert.Equal(0, await visitor.Books.LinksOfAsync("marie"));

        await visitor.GoToAsync("/card");
        await visitor.Tab.ClickAsync("#stop button");
        await visitor.Tab.WaitForAddressAsync("/me", Cancellation);
        Assert.Equal((0, links), (await visitor.Books.LinksOfAsync("marie"), await visitor.Books.LinksAsync()));
        await visitor.GoToAsync("/card");
        Assert.DoesNotContain("Özdemir", await visitor.Tab.TextAsync());
    }

    [Fact]
    public async Task The_twin_the_link_is_there_once_the_person_confirms()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("elif", "Elif", "Özdemir");
        await visitor.LogInWithPasswordAsync("elif");
        await visitor.GoToAsync("/me/security");
        await visitor.Tab.ClickAsync("#link button");
        await visitor.WaitForAsync("#confirm-link");
        await visitor.Tab.ClickAsync("#confirm-link button");
        await visitor.WaitForAsync("#card-linked");
        Assert.Equal(1, await visitor.Books.LinksOfAsync("elif"));
        await visitor.Tab.ClickAsync("#unlink button");
        await visitor.WaitForAsync("#link");
        Assert.Equal(0, await visitor.Books.LinksOfAsync("elif"));
    }

    public sealed class TownWithImpostor : TownWorld
    {
        internal override string? Impostor => "born-2003";
    }
}
