using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>
/// Every way in which a card and an account do not go together: each with its own outcome on the screen, and nothing changed. Fewer than twenty posts to the pages of
/// login and card, which is what the town lets through from one address in a minute.
/// </summary>
[Trait("Group", TestGroup.Town)]
public sealed class LinkConflictTests(TownWorld town) : IClassFixture<TownWorld>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_card_that_leads_to_another_account_is_not_linked()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.EnterWithCardAsync("adult-17");
        await visitor.LogOutAsync();
        await visitor.Books.AddAsync("jerome", "Jérôme Luc", "Delvaux-Noël");
        await visitor.LogInWithPasswordAsync("jerome");
        await visitor.AskForLinkAsync("adult-17");
        await AssertRefusedAsync(visitor, "linked_elsewhere");
        Assert.Equal("Jérôme Luc Delvaux-Noël", await visitor.TextOfAsync("#other-account"));
        Assert.Equal(0, await visitor.Books.LinksOfAsync("jerome"));
    }

    [Fact]
    public async Task Names_that_differ_are_both_shown_and_the_person_decides()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("katrien", "Kaat", "Janssens");
        await visitor.LogInWithPasswordAsync("katrien");
        await visitor.AskForLinkAsync("address-117");
        await visitor.WaitForAsync("#confirm-link");
        Assert.Equal(("Katrien Rosa Willems", "Kaat Janssens"), (await visitor.TextOfAsync("#who"), await visitor.TextOfAsync("#account-name")));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-names-differ");
        await visitor.Tab.ClickAsync("#stop button");
        await visitor.Tab.WaitForAddressAsync("/me", Cancellation);
        Assert.Equal(0, await visitor.Books.LinksOfAsync("katrien"));

        await visitor.LinkAsync("address-117");
        Assert.Equal(1, await visitor.Books.LinksOfAsync("katrien"));
    }

    [Fact]
    public async Task A_closed_account_is_reached_neither_by_card_nor_by_password()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("heike", "Heike Ännchen", "Schröder");
        await visitor.LogInWithPasswordAsync("heike");
        await visitor.LinkAsync("german-card");
        await visitor.LogOutAsync();
        await visitor.Books.CloseAsync("heike");

        await visitor.LogInWithCardAsync("german-card");
        await AssertRefusedAsync(visitor, "account_disabled");
        await visitor.GoToAsync("/me");
        await visitor.WaitForAsync("#password-login");
        await visitor.Tab.FillAsync("#user", "heike");
        await visitor.Tab.FillAsync("#password", TownBooks.Password);
        await visitor.Tab.ClickAsync("#password-login button");
        await visitor.WaitForAsync("#problem");
        Assert.False(await visitor.HasAsync("#logout"));
    }

    [Fact]
    public async Task A_second_card_is_not_linked_to_an_account_that_has_one()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("mads", "Mads Emil", "Sørensen");
        await visitor.LogInWithPasswordAsync("mads");

        // Begun before the first card was linked, and still waiting at the agent.
        var begun = await visitor.OpenTabAsync();
        await begun.GoToAsync(visitor.World.Town + "/me/security");
        await begun.ClickAsync("#link button");
        await begun.WaitForAsync("#continue", Cancellation);
        await visitor.LinkAsync("foreigner");
        Assert.False(await visitor.HasAsync("#link"));
        await visitor.HoldAsync("brexit");
        await begun.ClickAsync("#continue");
        await visitor.Reader.TypePinAsync("1234");
        await begun.WaitForAsync("#refusal-code", Cancellation);
        Assert.Contains("account_has_another_card", await begun.TextAsync());
        Assert.Equal(1, await visitor.Books.LinksOfAsync("mads"));
    }

    [Fact]
    public async Task A_link_that_was_begun_for_another_account_links_to_neither()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("first", "Margaret Ann", "Whitfield");
        await visitor.Books.AddAsync("second", "Margaret Ann", "Whitfield");
        await visitor.LogInWithPasswordAsync("first");
        var begun = await visitor.OpenTabAsync();
        await begun.GoToAsync(visitor.World.Town + "/me/security");
        await begun.ClickAsync("#link button");
        await begun.WaitForAsync("#continue", Cancellation);

        await visitor.LogOutAsync();
        await visitor.LogInWithPasswordAsync("second");
        await visitor.HoldAsync("brexit");
        await begun.ClickAsync("#continue");
        await visitor.Reader.TypePinAsync("1234");
        await begun.WaitForAsync("#refusal-code", Cancellation);
        Assert.Contains("account_changed", await begun.TextAsync());
        Assert.Equal((0, 0), (await visitor.Books.LinksOfAsync("first"), await visitor.Books.LinksOfAsync("second")));
    }

    [Fact]
    public async Task The_last_way_in_cannot_be_given_up()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.EnterWithCardAsync("every-field");
        await visitor.GoToAsync("/me/security");
        Assert.True(await visitor.HasAsync("#card-linked"));
        Assert.False(await visitor.HasAsync("#unlink"));
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-last-way-in");
    }

    private static async Task AssertRefusedAsync(Visitor visitor, string code)
    {
        await visitor.WaitForAsync("#refusal-code");
        await Screens.KeepAsync(await visitor.Tab.PictureAsync(), "town-conflict", code);
        Assert.Equal(code, await visitor.TextOfAsync("#refusal-code"));
    }
}
