using System.Diagnostics;
using EidAuth.E2ETests.Browsers;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.E2ETests.Town;

/// <summary>How sessions end, as somebody sees it who sits down at the computer afterwards.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class SessionTests(SessionTests.TownThatEndsWithTheCard town) : IClassFixture<SessionTests.TownThatEndsWithTheCard>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_logout_the_back_button_shows_nothing()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.EnterWithCardAsync("adult-18");
        await visitor.GoToAsync("/me/security");
        await visitor.GoToAsync("/me");
        await visitor.LogOutAsync();
        await visitor.Tab.GoBackAsync();
        await visitor.WaitForAsync("#eid-login");
        await visitor.Tab.GoBackAsync();
        await visitor.WaitForAsync("#eid-login");
        Assert.DoesNotContain("Vermeersch", await visitor.Tab.TextAsync());
    }

    [Fact]
    public async Task To_end_all_sessions_ends_the_other_browsers_too()
    {
        await using var here = await town.VisitAsync();
        await here.Books.AddAsync("ines", "Inès", "Voorbeeld");
        await here.LogInWithPasswordAsync("ines");
        await using var elsewhere = await town.VisitAsync();
        await elsewhere.LogInWithPasswordAsync("ines");
        await elsewhere.GoToAsync("/me");
        await elsewhere.WaitForAsync("#how");

        await here.GoToAsync("/me/security");
        Assert.Equal("2", await here.Tab.EvaluateAsync("document.querySelectorAll('tr[data-session]').length"));
        await here.Tab.ClickAsync("#end-others button");
        await here.WaitForAsync("#done");
        await elsewhere.GoToAsync("/me");
        await elsewhere.WaitForAsync("#eid-login");
        await here.GoToAsync("/me");
        await here.WaitForAsync("#how");

        await here.GoToAsync("/me/security");
        await here.Tab.ClickAsync("#end-all button");
        await here.Tab.WaitForAddressAsync("bye", Cancellation);
        await here.GoToAsync("/me");
        await here.WaitForAsync("#eid-login");
    }

    [Fact]
    public async Task The_session_ends_when_the_card_is_pulled()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.EnterWithCardAsync("adult-17");
        await visitor.GoToAsync("/me");
        await visitor.WaitForAsync("#how");
        var pulled = Stopwatch.GetTimestamp();
        await visitor.LetGoAsync();

        // The agent tells the town by itself; the browser has no part in it and learns of it with its next page.
        await visitor.WaitForLogAsync("A card left its reader: 1 sessions ended.");
        Figures.Add("card pulled, session ended after", Stopwatch.GetElapsedTime(pulled).TotalSeconds, "s");
        await visitor.GoToAsync("/me");
        await visitor.WaitForAsync("#eid-login");
        Assert.DoesNotContain("Delvaux", await visitor.Tab.TextAsync());
    }

    [Fact]
    public async Task The_page_of_the_account_says_when_and_how_it_was_used_before()
    {
        await using var visitor = await town.VisitAsync();
        await visitor.Books.AddAsync("oscar", "Oscar", "Voorbeeld");
        await visitor.LogInWithPasswordAsync("oscar");
        await visitor.GoToAsync("/me");
        var first = await visitor.TextOfAsync("#last-login");
        await visitor.LogOutAsync();
        await visitor.LogInWithPasswordAsync("oscar");
        await visitor.GoToAsync("/me");
        Assert.NotEqual(first, await visitor.TextOfAsync("#last-login"));
    }

    /// <summary>A town that asks the agent to say when the card leaves.</summary>
    public sealed class TownThatEndsWithTheCard : TownWorld
    {
        internal override string[] Settings => ["--Eid:EndOnRemoval=true"];

        // The agent itself posts to the town.
        internal override bool OnLocalhost => true;
    }
}
