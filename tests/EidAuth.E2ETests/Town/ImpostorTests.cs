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

    public sealed class TownWithImpostor : TownWorld
    {
        internal override string? Impostor => "born-2003";
    }
}
