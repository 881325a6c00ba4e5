using System.Net;
using EidAuth.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>What a proven card leads to, on the page it comes back to.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class CardAccountTests(CardWorld world) : IClassFixture<CardWorld>
{
    private const string Password = "voorbeeld-1234";

    [Fact]
    public async Task Opening_the_page_of_a_new_card_makes_nothing_and_the_button_makes_one_account()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var before = await CountAsync(town);

        var callback = await world.LogInAsync(visitor, "adult-18");
        var page = await visitor.GetAsync(callback.Location!);
        await visitor.GetAsync(callback.Location!);

        Assert.Equal("/card?returnUrl=%2Fme", callback.Location);
        Assert.Equal("Lotte Marie Vermeersch", page.Text("who"));
        Assert.Equal(before, await CountAsync(town));
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);

        Assert.Equal("/me", (await visitor.PostFromAsync(callback.Location!, callback.Location!)).Location);
        Assert.Equal(before + 1, await CountAsync(town));
        Assert.Equal("eID card and PIN", (await visitor.GetAsync("/me")).Text("how"));
        Assert.Equal("This is your first login.", (await visitor.GetAsync("/me")).Text("last-login"));
    }

    [Fact]
    public async Task The_same_button_in_a_second_tab_makes_nothing_and_says_that_its_form_is_outdated()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var before = await CountAsync(town);
        var callback = await world.LogInAsync(visitor, "adult-18");
        var tabs = new[] { await visitor.GetAsync(callback.Location!), await visitor.GetAsync(callback.Location!) };

        Assert.Equal("/me", (await visitor.PostFormAsync(tabs[0], "make-account")).Location);
        var late = await visitor.PostFormAsync(tabs[1], "make-account");

        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Equal("form_outdated", late.Text("refusal-code"));
        Assert.Equal(before + 1, await CountAsync(town));
    }

    [Theory]
    [InlineData("/card?returnUrl=%2Fme")]
    [InlineData("/card?handler=Password")]
    [InlineData("/card?handler=Confirm")]
    [InlineData("/card?handler=Differ")]
    [InlineData("/card?handler=Code")]
    [InlineData("/card?handler=Stop")]
    public async Task Without_the_antiforgery_token_nothing_is_made(string address)
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        await world.LogInAsync(visitor, "adult-18");
        var before = await CountAsync(town);

        var forged = await visitor.PostAsync(address, [("UserName", "alex"), ("Password", Password)]);

        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Equal(before, await CountAsync(town));
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_card_that_is_known_logs_in_at_once_and_the_login_before_is_shown()
    {
        await using var town = await world.StartTownAsync();
        (await world.NewFromCardAsync(town, "adult-18")).Dispose();
        using var again = town.NewVisitor();

        var callback = await world.LogInAsync(again, "adult-18", "/login/eid?returnUrl=%2Fme%2Fprofile");

        Assert.Equal("/me/profile", (await again.GetAsync(callback.Location!)).Location);
        Assert.Matches(@"^\d{1,2} \w+ \d{4}, \d\d:\d\d, eID card and PIN", (await again.GetAsync("/me")).Text("last-login"));
    }

    [Fact]
    public async Task A_logout_forgets_a_card_that_nobody_has_decided_about()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();
        var callback = await world.LogInAsync(visitor, "adult-18");
        Assert.Equal("Lotte Marie Vermeersch", (await visitor.GetAsync(callback.Location!)).Text("who"));

        await visitor.LogOutAsync();

        Assert.DoesNotContain("Vermeersch", (await visitor.GetAsync(callback.Location!)).Plain);
        Assert.DoesNotContain("__Host-town-card", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_password_that_was_changed_meanwhile_links_nothing()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        using var owner = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");
        var page = await visitor.PostFromAsync(callback.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "alex"), ("Password", Password));
        Assert.Equal("Alex Voorbeeld", page.Text("account-name"));
        await owner.LogInAsync();
        Assert.Equal("/me/security?done=password", (await owner.PostFromAsync("/me/security", "/me/security?handler=Change", ("OldPassword", Password), ("NewPassword", "another-1234"))).Location);

        var late = await visitor.PostFormAsync(page, "confirm-link");

        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.DoesNotContain("__Host-town", visitor.Cookies.Keys);
        Assert.Null((await owner.GetAsync("/me/security")).Text("unlink"));
    }

    [Fact]
    public async Task An_account_with_a_password_is_linked_and_both_ways_lead_to_it()
    {
        await using var town = await world.StartTownAsync();
        var id = await AddAsync(town, "lotte", "Lotte", "Vermeersch");
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        var linked = await visitor.PostFromAsync(callback.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "lotte"), ("Password", Password));

        Assert.Equal("/me", linked.Location);
        Assert.Equal(id, await LinkedToAsync(town));
        using var byPassword = town.NewVisitor();
        Assert.Equal("/me", (await byPassword.LogInAsync(userName: "lotte")).Location);
        Assert.Contains("Card linked", (await byPassword.GetAsync("/me/security")).Plain);
        using var byCard = town.NewVisitor();
        Assert.Equal("/me", (await byCard.GetAsync((await world.LogInAsync(byCard, "adult-18")).Location!)).Location);
    }

    [Fact]
    public async Task A_wrong_password_links_nothing_and_the_card_is_still_there()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        var wrong = await visitor.PostFromAsync(callback.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "alex"), ("Password", "another-1234"));

        Assert.Equal("User name or password is wrong. Try again.", wrong.Text("link-problem"));
        Assert.Equal("Lotte Marie Vermeersch", wrong.Text("who"));
        Assert.Null(await LinkedToAsync(town));
    }

    [Fact]
    public async Task When_the_names_differ_both_are_shown_and_only_a_second_yes_links()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        var asked = await visitor.PostFromAsync(callback.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "alex"), ("Password", Password));

        Assert.Contains("<h1>The names differ</h1>", asked.Html);
        Assert.Equal("Lotte Marie Vermeersch", asked.Text("who"));
        Assert.Equal("Alex Voorbeeld", asked.Text("account-name"));
        Assert.Null(await LinkedToAsync(town));

        var linked = await visitor.PostFormAsync(asked, "confirm-link");
        Assert.Equal("/me", linked.Location);
        Assert.NotNull(await LinkedToAsync(town));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task A_second_yes_without_the_password_before_it_links_nothing(string proof)
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        var answer = await visitor.PostFromAsync(callback.Location!, "/card?handler=Differ", ("Proof", proof));

        Assert.Equal("login_expired", answer.Text("refusal-code"));
        Assert.Null(await LinkedToAsync(town));
    }

    [Fact]
    public async Task Somebody_logged_in_links_a_card_after_seeing_its_name()
    {
        await using var town = await world.StartTownAsync();
        var id = await AddAsync(town, "lotte", "Lotte", "Vermeersch");
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync(userName: "lotte");

        var callback = await world.SignAsync(visitor, await visitor.PostFromAsync("/me/security", "/me/security?handler=Link"), "adult-18");
        var asked = await visitor.GetAsync(callback.Location!);

        Assert.Contains("<h1>Link this card to your account?</h1>", asked.Html);
        Assert.Equal("Lotte Marie Vermeersch", asked.Text("who"));
        Assert.Null(await LinkedToAsync(town));
        Assert.Equal("/me/security?done=linked", (await visitor.PostFormAsync(asked, "confirm-link")).Location);
        Assert.Equal(id, await LinkedToAsync(town));
        Assert.Equal("eID card and PIN", (await visitor.GetAsync("/me")).Text("how"));
    }

    [Fact]
    public async Task A_card_of_another_account_is_not_linked_and_the_page_says_so()
    {
        await using var town = await world.StartTownAsync();
        (await world.NewFromCardAsync(town, "adult-18")).Dispose();
        using var visitor = town.NewVisitor("nl");
        await visitor.LogInAsync();

        var callback = await world.SignAsync(visitor, await visitor.PostFromAsync("/me/security", "/me/security?handler=Link"), "adult-18");
        var refused = await visitor.GetAsync(callback.Location!);

        Assert.Equal("linked_elsewhere", refused.Text("refusal-code"));
        Assert.Contains("Deze kaart hoort al bij een andere account.", refused.Plain);
    }

    [Fact]
    public async Task A_card_brought_back_to_another_persons_session_is_not_linked()
    {
        await using var town = await world.StartTownAsync();
        await AddAsync(town, "lotte", "Lotte", "Vermeersch");
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync(userName: "lotte");
        var start = await visitor.PostFromAsync("/me/security", "/me/security?handler=Link");
        var callback = await world.SignAsync(visitor, start, "adult-18");

        // Without a logout, which forgets the card.
        await visitor.LogInAsync();

        var refused = await visitor.GetAsync(callback.Location!);

        Assert.Equal("account_changed", refused.Text("refusal-code"));
        Assert.Null(await LinkedToAsync(town));
    }

    [Fact]
    public async Task A_closed_account_has_no_way_in_and_its_sessions_end_at_once()
    {
        await using var town = await world.StartTownAsync();
        await AddAsync(town, "lotte", "Lotte", "Vermeersch");
        using var visitor = town.NewVisitor();
        var first = await world.LogInAsync(visitor, "adult-18");
        await visitor.PostFromAsync(first.Location!, "/card?handler=Password&returnUrl=%2Fme", ("UserName", "lotte"), ("Password", Password));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);

        await WithUsersAsync(town, async users =>
        {
            var user = (await users.FindByNameAsync("lotte"))!;
            user.IsDisabled = true;
            await users.UpdateAsync(user);
        });

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/me")).Status);
        using var byCard = town.NewVisitor();
        Assert.Equal("account_disabled", (await byCard.GetAsync((await world.LogInAsync(byCard, "adult-18")).Location!)).Text("refusal-code"));
        using var byPassword = town.NewVisitor();
        Assert.Contains("This account is closed.", (await byPassword.LogInAsync(userName: "lotte")).Plain);
        Assert.DoesNotContain("__Host-town", byCard.Cookies.Keys.Concat(byPassword.Cookies.Keys));
    }

    [Fact]
    public async Task Whoever_says_not_me_leaves_nothing_behind()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        Assert.Equal("/login", (await visitor.PostFromAsync(callback.Location!, "/card?handler=Stop")).Location);

        Assert.Equal("login_expired", (await visitor.GetAsync(callback.Location!)).Text("refusal-code"));
    }

    [Fact]
    public async Task A_wrong_code_of_the_counter_is_said_beside_its_field()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var callback = await world.LogInAsync(visitor, "adult-18");

        var answer = await visitor.PostFromAsync(callback.Location!, "/card?handler=Code", ("Code", "AAAA-BBBB-CCCC"));

        Assert.Equal("There is no such code, or it was mistyped.", answer.Text("code-problem"));
        Assert.Contains("<details class=\"aside\" open", answer.Html);
    }

    [Fact]
    public async Task A_hostile_name_is_text_on_every_page_it_reaches()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "hostile-name");

        foreach (var path in (string[])["/me", "/me/profile", "/me/security", "/login"])
        {
            var page = await visitor.GetAsync(path);
            Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<b>", page.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain('\u202E', page.Plain);
            Assert.DoesNotContain('\0', page.Plain);
        }
    }

    private static async Task<string> AddAsync(RunningTown town, string userName, string givenName, string familyName)
    {
        var user = new TownUser { UserName = userName, Email = userName + "@mail.example", GivenName = givenName, FamilyName = familyName };
        await WithUsersAsync(town, async users => Assert.True((await users.CreateAsync(user, Password)).Succeeded));
        return user.Id;
    }

    /// <summary>The account that a card leads to, of which there is one at most in these tests.</summary>
    private static async Task<string?> LinkedToAsync(RunningTown town)
    {
        await using var scope = town.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<TownContext>().UserLogins.Select(login => login.UserId).SingleOrDefault();
    }

    private static async Task<int> CountAsync(RunningTown town)
    {
        await using var scope = town.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<TownContext>().Users.Count();
    }

    private static async Task WithUsersAsync(RunningTown town, Func<UserManager<TownUser>, Task> work)
    {
        await using var scope = town.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<UserManager<TownUser>>());
    }
}
