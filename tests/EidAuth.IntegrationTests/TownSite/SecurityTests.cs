using System.Net;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

/// <summary>Ways in, sessions, history.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class SecurityTests(CardWorld world) : IClassFixture<CardWorld>
{
    [Fact]
    public async Task Each_session_is_listed_this_one_is_marked_and_one_can_be_ended()
    {
        await using var town = await RunningTown.StartAsync();
        using var here = town.NewVisitor();
        using var there = town.NewVisitor();
        await here.LogInAsync();
        await there.LogInAsync();

        var page = await here.GetAsync("/me/security");
        var other = Regex.Match(page.Html, "name=\"Id\" value=\"(?<id>[^\"]+)\"").Groups["id"].Value;

        Assert.Equal(2, Regex.Count(page.Html, "<tr data-session="));
        Assert.Single(Regex.Matches(page.Html, ">this one<"));
        Assert.Equal("/me/security?done=ended", (await here.PostFromAsync("/me/security", "/me/security?handler=End", ("Id", other))).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Each_of_a_persons_pages_leads_to_the_others()
    {
        await using var town = await RunningTown.StartAsync();
        using var alex = town.NewVisitor();
        await alex.LogInAsync();
        string[] pages = ["/me", "/me/requests", "/me/profile", "/me/security"];

        foreach (var page in pages)
        {
            var places = Regex.Match((await alex.GetAsync(page)).Html, "<nav class=\"places\".*?</nav>", RegexOptions.Singleline).Value;
            Assert.Equal(pages, Regex.Matches(places, "href=\"(?<to>[^\"]*)\"").Select(link => link.Groups["to"].Value));
        }
    }

    [Fact]
    public async Task Another_accounts_session_is_not_ended()
    {
        await using var town = await RunningTown.StartAsync();
        using var officer = town.NewVisitor();
        using var alex = town.NewVisitor();
        await officer.LogInAsync(userName: "loket");
        await alex.LogInAsync();
        var id = Regex.Match((await alex.GetAsync("/me/security")).Html, "<tr data-session=\"(?<id>[^\"]+)\"").Groups["id"].Value;

        await officer.PostFromAsync("/me/security", "/me/security?handler=End", ("Id", id));
        await officer.PostFromAsync("/me/security", "/me/security?handler=EndOthers");

        Assert.Equal(HttpStatusCode.OK, (await alex.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("EndOthers", "/me/security?done=others", HttpStatusCode.OK)]
    [InlineData("EndAll", "/?bye", HttpStatusCode.Redirect)]
    public async Task All_others_or_all_sessions_end(string handler, string then, HttpStatusCode here)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        using var there = town.NewVisitor();
        await visitor.LogInAsync();
        await there.LogInAsync();

        Assert.Equal(then, (await visitor.PostFromAsync("/me/security", "/me/security?handler=" + handler)).Location);

        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/me")).Status);
        Assert.Equal(here, (await visitor.GetAsync("/me")).Status);
    }

    [Theory]
    [InlineData("End")]
    [InlineData("EndAll")]
    [InlineData("EndOthers")]
    [InlineData("Unlink")]
    [InlineData("Change")]
    [InlineData("Set")]
    [InlineData("Link")]
    [InlineData("Prove")]
    public async Task Without_the_antiforgery_token_nothing_happens(string handler)
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        using var there = town.NewVisitor();
        await visitor.LogInAsync();
        await there.LogInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/me/security?handler=" + handler, [("OldPassword", "voorbeeld-1234"), ("NewPassword", "another-1234")])).Status);

        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Another_password_ends_the_other_sessions_and_the_old_one_is_no_way_in_any_more()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        using var there = town.NewVisitor();
        await visitor.LogInAsync();
        await there.LogInAsync();

        var wrong = await visitor.PostFromAsync("/me/security", "/me/security?handler=Change", ("OldPassword", "voorbeeld-0000"), ("NewPassword", "another-1234"));
        var weak = await visitor.PostFromAsync("/me/security", "/me/security?handler=Change", ("OldPassword", "voorbeeld-1234"), ("NewPassword", "short"));
        var done = await visitor.PostFromAsync("/me/security", "/me/security?handler=Change", ("OldPassword", "voorbeeld-1234"), ("NewPassword", "another-1234"));

        Assert.Equal("The present password is wrong.", wrong.Text("password-problem"));
        Assert.StartsWith("This password is too short", weak.Text("password-problem"), StringComparison.Ordinal);
        Assert.Equal("/me/security?done=password", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/me")).Status);
        Assert.Null((await there.LogInAsync()).Location);
        Assert.Equal("/me", (await there.LogInAsync("another-1234")).Location);
    }

    [Fact]
    public async Task Who_came_by_card_chooses_a_password_and_then_undoes_the_card()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        Assert.Null((await visitor.GetAsync("/me/security")).Text("unlink"));
        var early = await visitor.PostFromAsync("/me/security", "/me/security?handler=Unlink");
        Assert.Equal("This is your only way to log in. Choose a password first.", early.Text("problem"));

        var taken = await visitor.PostFromAsync("/me/security", "/me/security?handler=Set", ("UserName", "alex"), ("NewPassword", "another-1234"));
        var set = await visitor.PostFromAsync("/me/security", "/me/security?handler=Set", ("UserName", "lotte"), ("NewPassword", "another-1234"));

        Assert.StartsWith("This user name cannot be used", taken.Text("password-problem"), StringComparison.Ordinal);
        Assert.Equal("/me/security?done=password", set.Location);
        using var there = town.NewVisitor();
        Assert.Equal("/me", (await there.LogInAsync("another-1234", userName: "lotte")).Location);
        Assert.Equal("/me/security?done=unlinked", (await visitor.PostFromAsync("/me/security", "/me/security?handler=Unlink")).Location);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/me")).Status);
        Assert.Contains("Link to the card undone", (await visitor.GetAsync("/me/security")).Plain);
        using var byCard = town.NewVisitor();
        Assert.NotNull((await byCard.GetAsync((await world.LogInAsync(byCard, "adult-18")).Location!)).Text("make-account"));
    }

    [Fact]
    public async Task A_session_by_password_alone_cannot_set_a_first_password()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();

        var answer = await visitor.PostFromAsync("/me/security", "/me/security?handler=Set", ("UserName", "mallory"), ("NewPassword", "another-1234"));

        Assert.StartsWith("To choose a password, first prove again by the card", answer.Text("password-problem"), StringComparison.Ordinal);
        Assert.Equal("alex", (await visitor.GetAsync("/me/security")).Text("user-name"));
    }

    // The account has no password any more, and still nothing but a card that was just proven lets one be chosen.
    [Fact]
    public async Task An_account_without_a_password_gets_none_from_a_session_that_no_card_proved()
    {
        await using var town = await RunningTown.StartAsync();
        using var visitor = town.NewVisitor();
        await visitor.LogInAsync();
        await using var scope = town.Services.CreateAsyncScope();
        var alex = scope.ServiceProvider.GetRequiredService<TownContext>().Users.Where(user => user.UserName == "alex");
        await alex.ExecuteUpdateAsync(user => user.SetProperty(row => row.PasswordHash, (string?)null), TestContext.Current.CancellationToken);

        var answer = await visitor.PostFromAsync("/me/security", "/me/security?handler=Set", ("UserName", "mallory"), ("NewPassword", "another-1234"));

        Assert.StartsWith("To choose a password, first prove again by the card", answer.Text("password-problem"), StringComparison.Ordinal);
        Assert.Null(Assert.Single(await alex.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)).PasswordHash);
    }

    [Fact]
    public async Task A_card_that_leaves_its_reader_ends_the_session_it_began()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = town.NewVisitor();
        var start = await visitor.GetAsync("/login/eid");
        var first = await world.SignAsync(visitor, start, "adult-18");
        await visitor.PostFromAsync(first.Location!, first.Location!);
        using var agent = town.NewVisitor();

        await agent.PostAsync("/signin-eid/end", [("end", new string('A', 43))]);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await agent.PostAsync("/signin-eid/end", [("end", CardWorld.Asked(start, "end"))])).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Proving_again_keeps_the_session_and_changes_its_key()
    {
        await using var town = await world.StartTownAsync();
        using var visitor = await world.NewFromCardAsync(town, "adult-18");
        using var thief = town.NewVisitor();
        thief.Cookies["__Host-town"] = visitor.Cookies["__Host-town"];

        var callback = await world.SignAsync(visitor, await visitor.PostFromAsync("/me/security", "/me/security?handler=Prove"), "adult-18");

        Assert.Equal("/me/security", (await visitor.GetAsync(callback.Location!)).Location);
        Assert.Equal(1, Regex.Count((await visitor.GetAsync("/me/security")).Html, "<tr data-session="));
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/me")).Status);
    }
}
