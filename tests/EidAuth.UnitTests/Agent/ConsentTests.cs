using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The consent page: who asks, whether they were here before, and which presses of its buttons count.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class ConsentTests
{
    private const string LookAlike = "https://loket.example.be.example.com/signin-eid";

    [Fact]
    public async Task A_first_visit_is_said_and_a_second_one_counted()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = agent.IssueCard();
        var first = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        Assert.Contains("This is the first time that you log in to this website", first.Text, StringComparison.Ordinal);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
        var second = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        Assert.Contains("You have logged in here once before, on 2 March 2026.", second.Text, StringComparison.Ordinal);
        await agent.LogInAsync(card);
        var third = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&lang=nl"));
        Assert.Contains("U hebt zich hier 2 keer aangemeld, het laatst op 2 maart 2026.", third.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looked_has_not_been_here()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        await agent.Browser.SubmitAsync(page.Form("cancel"));
        Assert.Contains("first time", (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_click_of_a_double_click_consents_to_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        agent.Browser.Reading = () => agent.Clock.Advance(TimeSpan.FromMilliseconds(699));
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        page = await agent.Browser.SubmitAsync(page.Form("continue"));
        Assert.Contains("<code>pressed_too_soon</code>", page.Html, StringComparison.Ordinal);
        Assert.Null(page.Step);

        // The page was served again, and its time begins again; whoever reads it is let through.
        page = await agent.Browser.SubmitAsync(page.Form("continue"));
        Assert.Contains("<code>pressed_too_soon</code>", page.Html, StringComparison.Ordinal);
        agent.Browser.Reading = () => agent.Clock.Advance(TimeSpan.FromMilliseconds(700));
        page = await agent.Browser.SubmitAsync(page.Form("continue"));
        Assert.Equal("InsertCard", (await agent.UntilStepAsync(page, "InsertCard")).Step);
    }

    [Fact]
    public async Task A_page_that_was_never_shown_is_consented_to_by_nobody()
    {
        await using var agent = await RunningAgent.StartAsync();
        var shown = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var token = shown.Form("continue").Fields["page_token"];
        Assert.NotEmpty(token);

        // Only redirected to, not opened.
        var asked = await agent.Browser.SendAsync(HttpMethod.Get, RunningAgent.LoginAddress(), null, [("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Site", "cross-site")]);
        var pressed = await agent.Browser.SubmitAsync(new AgentForm(asked.Location + "/continue", new Dictionary<string, string> { ["page_token"] = token }));
        Assert.Equal("page_token_refused", pressed.Code);
    }

    [Fact]
    public async Task A_strong_look_alike_names_both_comes_before_the_button_and_asks_for_a_tick()
    {
        await using var agent = await RunningAgent.StartAsync();
        await agent.LogInAsync(agent.IssueCard());
        var page = await agent.UntilFreeAsync(await agent.Browser.OpenAsync(RunningAgent.LoginAddress(LookAlike)));

        Assert.Contains("data-look-alike=\"known_name_inside\"", page.Html, StringComparison.Ordinal);
        var warning = page.Html[page.Html.IndexOf("data-look-alike", StringComparison.Ordinal)..page.Html.IndexOf("</section>", page.Html.IndexOf("data-look-alike", StringComparison.Ordinal), StringComparison.Ordinal)];
        Assert.Contains("https://loket.<strong>example.be</strong>", warning, StringComparison.Ordinal);
        Assert.Contains("https://loket.example.be.<strong>example.com</strong>", warning, StringComparison.Ordinal);
        Assert.True(page.Html.IndexOf("id=\"sure\"", StringComparison.Ordinal) < page.Html.IndexOf("id=\"cancel\"", StringComparison.Ordinal));
        Assert.True(page.Html.IndexOf("id=\"cancel\"", StringComparison.Ordinal) < page.Html.IndexOf("id=\"continue\"", StringComparison.Ordinal), "The way out comes first.");
        Assert.True(page.Html.IndexOf("data-look-alike", StringComparison.Ordinal) < page.Html.IndexOf("id=\"sure\"", StringComparison.Ordinal));

        page = await agent.Browser.SubmitAsync(page.Form("continue"));
        Assert.Contains("<code>not_confirmed</code>", page.Html, StringComparison.Ordinal);
        var form = page.Form("continue");
        page = await agent.Browser.SubmitAsync(form with { Fields = form.Fields.Append(new("sure", "yes")).ToDictionary() });
        Assert.NotNull(page.Step);
    }

    [Fact]
    public async Task A_weak_look_alike_is_pointed_out_and_asks_for_nothing()
    {
        await using var agent = await RunningAgent.StartAsync();
        await agent.LogInAsync(agent.IssueCard());
        var page = await agent.UntilFreeAsync(await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://loket.example.be:8443/signin-eid")));
        Assert.Contains("data-look-alike=\"other_port\"", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"sure\"", page.Html, StringComparison.Ordinal);
        Assert.NotNull((await agent.Browser.SubmitAsync(page.Form("continue"))).Step);
    }

    [Fact]
    public async Task What_leaves_the_card_stands_before_the_button()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var says = page.Html.IndexOf("with your name and your national number", StringComparison.Ordinal);
        Assert.InRange(says, 1, page.Html.IndexOf("id=\"continue\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_blocked_site_gets_one_page_and_the_error_of_somebody_who_said_no()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var other = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        page = await agent.Browser.SubmitAsync(page.Form("block"));
        Assert.Equal(("site_blocked", "site_blocked"), (page.Ending, page.Code));
        Assert.False(page.GoesBackAtOnce);
        Assert.Equal(["error", "state"], page.Form("back").Fields.Keys.Order());
        Assert.Equal("user_cancelled", page.Form("back").Fields["error"]);
        Assert.Equal("site_blocked", (await agent.Browser.OpenAsync(other.LoginAt)).Ending);

        // From then on nothing is asked; another site is.
        var again = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        Assert.Equal("site_blocked", again.Ending);
        Assert.Null(again.FindForm("continue"));
        Assert.NotNull((await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://other.example.be/signin-eid"))).FindForm("continue"));
    }

    [Fact]
    public async Task A_site_blocked_by_a_command_meanwhile_gets_no_login()
    {
        using var folder = new DataFolder();
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        Assert.True(EidAuth.Login.Origin.TryParse("https://loket.example.be", out var origin));
        Assert.Null(await new EidAgent.Sites.SiteBook(folder.Open()).BlockAsync(origin!, agent.Clock.GetUtcNow()));
        Assert.Equal("site_blocked", (await agent.Browser.SubmitAsync(page.Form("continue"))).Ending);
    }

    [Fact]
    public async Task Blocked_requests_push_no_honest_one_out()
    {
        await using var agent = await RunningAgent.StartAsync();
        var honest = await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://other.example.be/signin-eid"));
        await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("block"));
        for (var i = 0; i < 10; i++)
        {
            await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        }

        Assert.NotNull((await agent.Browser.OpenAsync(honest.LoginAt)).FindForm("continue"));
    }
}
