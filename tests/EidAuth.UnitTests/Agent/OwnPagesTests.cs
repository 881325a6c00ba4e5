using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Home, sites and diary in the browser.</summary>
[Trait("Group", TestGroup.Agent)]
public sealed class OwnPagesTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_home_page_leads_to_the_persons_own_pages()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync("/?lang=en");
        Assert.Contains("href=\"/diary?lang=en\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sites?lang=en\"", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Uw websites", "Uw dagboek", "geblokkeerd")]
    [InlineData("fr", "Vos sites", "Votre journal", "bloqué")]
    [InlineData("de", "Ihre Websites", "Ihr Tagebuch", "gesperrt")]
    [InlineData("en", "Your websites", "Your diary", "blocked")]
    public async Task Sites_and_diary_speak_the_persons_language(string language, string sites, string diary, string blocked)
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await BlockAsync(agent);
        var page = await agent.Browser.OpenAsync($"/sites?lang={language}");
        Assert.Contains(sites, page.Text, StringComparison.Ordinal);
        Assert.Contains(blocked, page.Text, StringComparison.Ordinal);
        page = await agent.Browser.OpenAsync($"/diary?lang={language}");
        Assert.Contains(diary, page.Text, StringComparison.Ordinal);
        Assert.Contains(blocked, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_site_is_let_in_again_only_there()
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await BlockAsync(agent);
        var page = await agent.Browser.OpenAsync("/sites?lang=en");
        page = await agent.Browser.SubmitAsync(page.Form("unblock-0"));
        Assert.Contains("There are no websites yet.", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).FindForm("continue"));
    }

    [Fact]
    public async Task A_known_site_is_blocked_and_forgotten_there()
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await agent.LogInAsync(agent.IssueCard());
        var page = await agent.Browser.OpenAsync("/sites?lang=en");
        Assert.Contains("2 March 2026", page.Text, StringComparison.Ordinal);
        page = await agent.Browser.SubmitAsync(page.Form("block-0"));
        Assert.Equal("site_blocked", (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Ending);
        await agent.Browser.SubmitAsync(page.Form("forget-0"));
        Assert.Contains("first time", (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sites", "/sites/block")]
    [InlineData("/sites", "/sites/unblock")]
    [InlineData("/sites", "/sites/forget")]
    [InlineData("/diary", "/diary/off")]
    [InlineData("/diary", "/diary/on")]
    [InlineData("/diary", "/diary/erase")]
    [InlineData("/diary", "/diary/export-json")]
    [InlineData("/diary", "/diary/export-csv")]
    public async Task Each_button_wants_the_token_of_its_own_page_from_its_own_form(string page, string action)
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await agent.LogInAsync(agent.IssueCard());
        var own = Token(await agent.Browser.OpenAsync(page));
        var foreign = Token(await agent.Browser.OpenAsync(page == "/sites" ? "/diary" : "/sites"));

        Assert.Equal("page_token_refused", (await PostAsync(agent, action, foreign)).Code);
        Assert.Equal("page_token_refused", (await PostAsync(agent, action, "")).Code);
        Assert.Equal("cross_origin_post", (await PostAsync(agent, action, own, ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example"))).Code);
        Assert.Equal("not_found", (await agent.Browser.OpenAsync(action)).Code);
        Assert.Contains((await PostAsync(agent, action, own)).Status, (HttpStatusCode[])[HttpStatusCode.SeeOther, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task What_is_no_origin_changes_nothing()
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await agent.LogInAsync(agent.IssueCard());
        var token = Token(await agent.Browser.OpenAsync("/sites"));
        var answer = await agent.Browser.PostAsync("/sites/block", new FormUrlEncodedContent(new Dictionary<string, string> { ["page_token"] = token, ["origin"] = "javascript:alert(1)" }));
        Assert.Equal("form_malformed", answer.Code);
    }

    [Fact]
    public async Task The_diary_shows_every_request_and_how_it_ended()
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await agent.LogInAsync(agent.IssueCard());
        await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://other.example.be/signin-eid", "&lang=en&fields=address"))).Form("cancel"));
        await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://third.example.be/signin-eid"));
        await UntilWrittenAsync(agent, "cancelled");
        var page = await agent.Browser.OpenAsync("/diary?lang=en");
        var entries = page.Text.Split("2 March 2026, 09:00");
        Assert.Equal(4, entries.Length);
        Assert.Contains("third", entries[1], StringComparison.Ordinal);
        Assert.Contains("not finished", entries[1], StringComparison.Ordinal);
        Assert.Contains("refused  cancelled", entries[2].Replace("  ", " ", StringComparison.Ordinal).Replace("refused cancelled", "refused  cancelled", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("login certificate (name and national number), address", entries[2], StringComparison.Ordinal);
        Assert.Contains("nothing", entries[2], StringComparison.Ordinal);
        Assert.Contains("signed", entries[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diary_is_switched_off_saved_and_erased_there()
    {
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        await agent.LogInAsync(agent.IssueCard());
        var page = await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync("/diary?lang=en")).Form("off"));
        Assert.Contains("The diary is off.", page.Text, StringComparison.Ordinal);
        await agent.LogInAsync(agent.IssueCard());

        var form = page.Form("export-json");
        var saved = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
        Assert.Equal("attachment; filename=eid-diary.json", saved.Headers["Content-Disposition"]);
        Assert.Equal(1, System.Text.Json.JsonDocument.Parse(saved.Html).RootElement.GetArrayLength());
        form = page.Form("export-csv");
        saved = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
        Assert.Equal(2, saved.Html.Trim().Split("\r\n").Length);

        page = await agent.Browser.SubmitAsync(page.Form("erase"));
        Assert.Contains("Nothing was erased. Tick the box first.", page.Text, StringComparison.Ordinal);
        var erase = page.Form("erase");
        page = await agent.Browser.SubmitAsync(erase with { Fields = erase.Fields.Append(new("sure", "yes")).ToDictionary() });
        Assert.Contains("Nothing has been written down yet.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The diary is off.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The diary is on.", (await agent.Browser.SubmitAsync(page.Form("on"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_diary_has_pages_of_entries()
    {
        await using var agent = await RunningAgent.StartAsync();
        for (var i = 0; i < 30; i++)
        {
            await agent.Browser.OpenAsync(RunningAgent.LoginAddress($"https://s{i}.example.be/signin-eid"));
        }

        var page = await agent.Browser.OpenAsync("/diary?lang=en");
        Assert.Contains("Page 1 of 2", page.Text, StringComparison.Ordinal);
        Assert.Contains("page=2&amp;lang=en", page.Html, StringComparison.Ordinal);
        page = await agent.Browser.OpenAsync("/diary?lang=en&page=2");
        Assert.Equal(5, page.Html.Split("<time ").Length - 1);
        Assert.Contains("Page 2 of 2", (await agent.Browser.OpenAsync("/diary?lang=en&page=99999999999999999999")).Text + (await agent.Browser.OpenAsync("/diary?lang=en&page=77")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_login_goes_on_and_page_and_log_say_so()
    {
        await File.WriteAllTextAsync(folder.Path, "", TestContext.Current.CancellationToken);
        await using var agent = await RunningAgent.StartAsync(dataFolder: folder.Path);
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        Assert.Contains("data-fault=\"not_a_plain_file\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("Whether you have been here before cannot be told now.", page.Text, StringComparison.Ordinal);
        page = await agent.Browser.SubmitAsync(page.Form("block"));
        Assert.Contains("<code>not_blocked</code>", page.Html, StringComparison.Ordinal);

        var end = await agent.LogInAsync(agent.IssueCard());
        Assert.Equal("signed", end.Ending);
        Assert.Contains("data-fault=\"not_a_plain_file\"", end.Html, StringComparison.Ordinal);
        Assert.Contains(agent.Log.Lines, line => line.Contains("Something could not be written down or read: not_a_plain_file.", StringComparison.Ordinal));
        Assert.DoesNotContain(agent.Log.Lines, line => line.Contains("example.be", StringComparison.Ordinal) || line.Contains(folder.Path, StringComparison.Ordinal));
        Assert.Contains("data-fault=\"not_a_plain_file\"", (await agent.Browser.OpenAsync("/sites")).Html, StringComparison.Ordinal);
        Assert.Contains("data-fault=\"not_a_plain_file\"", (await agent.Browser.OpenAsync("/diary")).Html, StringComparison.Ordinal);
    }

    private static async Task BlockAsync(RunningAgent agent)
    {
        await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("block"));
        await UntilWrittenAsync(agent, "site_blocked");
    }

    private static async Task UntilWrittenAsync(RunningAgent agent, string ending)
    {
        var begun = System.Diagnostics.Stopwatch.StartNew();
        while (!(await agent.Browser.OpenAsync("/diary?lang=en")).Html.Contains($"<code>{ending}</code>", StringComparison.Ordinal))
        {
            Assert.True(begun.Elapsed < TimeSpan.FromMinutes(2), $"{ending} is not in the diary.");
        }
    }

    private static Task<AgentPage> PostAsync(RunningAgent agent, string action, string token, params (string Name, string? Value)[] headers) => agent.Browser.PostAsync(
        action,
        new FormUrlEncodedContent(new Dictionary<string, string> { ["page_token"] = token, ["origin"] = "https://loket.example.be", ["sure"] = "yes" }),
        headers);

    private static string Token(AgentPage page) => System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"page_token\" value=\"([^\"]*)\"").Groups[1].Value;
}
