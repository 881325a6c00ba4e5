using System.Globalization;
using System.Text;
using EidAgent.Peer;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>
/// The table "Attacks on the agent" of docs/failure-codes.md, each row run with a card in the reader: status, code and page are those of the row, the card hears
/// no more than the row says, no try is lost, and the next honest login succeeds.
/// </summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AgentAttackTests : IAsyncLifetime
{
    private PeerOwner owner = PeerOwner.ThisUser;
    private RunningAgent agent = null!;
    private SimulatedCard card = null!;

    public static TheoryData<string, string, string, string> Rows =>
        new(AgentCodes.Rows("Attacks on the agent").Select(row => (row[0], row[1], row[2], row[3])));

    public async ValueTask InitializeAsync()
    {
        agent = await RunningAgent.StartAsync(findOwner: (_, _) => owner);
        card = agent.IssueCard();
        agent.Reader.Insert(card);
    }

    public ValueTask DisposeAsync() => agent.DisposeAsync();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_ends_as_its_row_says(string attack, string status, string code, string page)
    {
        if (attack == "second login while one runs")
        {
            await SecondLoginAsync(status, code, page);
            return;
        }

        var answer = await RunAsync(attack);

        AssertIs(answer, status, code, page);
        Assert.Empty(card.Transcript);
        Assert.Equal(0, agent.Prompt.Opened);
        owner = PeerOwner.ThisUser;
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
        Assert.Equal(3, card.TriesLeft);
    }

    private async Task<AgentPage> RunAsync(string attack)
    {
        switch (attack)
        {
            case "foreign `Host`":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Host", "attacker.example"));
            case "fetch from another origin":
                return await agent.Browser.FetchAsync(
                    RunningAgent.LoginAddress(), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Mode", "cors"), ("Origin", "https://attacker.example"));
            case "frame":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Sec-Fetch-Dest", "iframe"));
            case "consent posted from another origin":
                return await ConsentAsync(fields => fields, ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site"));
            case "consent without the page's token":
                return await ConsentAsync(_ => []);
            case "oversized form":
                return await ConsentAsync(fields => fields.Append(new("more", new string('a', 4096))));
            case "another user's program, whole consent":
                return await AsAnotherUserAsync();
            case "`return_to` with another last segment":
                return await AskAsync("https://loket.example.be/elsewhere");
            case "`return_to` with a query":
                return await AskAsync("https://loket.example.be/signin-eid?next=1");
            case "`return_to` with user info":
                return await AskAsync("https://loket.example.be@attacker.example/signin-eid");
            case "`return_to` of another scheme":
                return await AskAsync("ftp://loket.example.be/signin-eid");
            case "`return_to` by http to a host that is not loopback":
                return await AskAsync("http://loket.example.be/signin-eid");
            case "parameter doubled":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&return_to=https%3A%2F%2Fattacker.example%2Fsignin-eid"));
            case "parameter that asks for the PIN":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&pin=1234"));
            case "`fields` of another kind":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&fields=identity,pin"));
            case "browser without Fetch Metadata":
                return await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Sec-Fetch-Mode", null), ("Sec-Fetch-Dest", null), ("Sec-Fetch-Site", null));
            default:
                throw new InvalidOperationException($"No attack is called {attack}.");
        }
    }

    private Task<AgentPage> AskAsync(string returnTo) => agent.Browser.OpenAsync(RunningAgent.LoginAddress(returnTo));

    private async Task<AgentPage> ConsentAsync(
        Func<IEnumerable<KeyValuePair<string, string>>, IEnumerable<KeyValuePair<string, string>>> change, params (string, string?)[] headers)
    {
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        var body = string.Join('&', change(form.Fields).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        using var content = new StringContent(body, Encoding.ASCII);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return await agent.Browser.PostAsync(form.Action, content, headers);
    }

    // It forges every header and even knows the token of a page it never saw.
    private async Task<AgentPage> AsAnotherUserAsync()
    {
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        owner = PeerOwner.AnotherUser;
        using var stranger = new AgentBrowser(agent.Browser.Agent);
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await stranger.OpenAsync(RunningAgent.LoginAddress())).Status);
        return await stranger.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
    }

    private async Task SecondLoginAsync(string status, string code, string page)
    {
        var second = await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://other.example.be/signin-eid"));
        var first = await agent.ConsentAsync();
        var window = await agent.Prompt.NextAsync();
        await agent.UntilReadAsync(card);
        var heard = card.Transcript.Count;

        var answer = await agent.Browser.SubmitAsync(second.Form("continue"));

        AssertIs(answer, status, code, page);
        Assert.Null(answer.FindForm("continue"));
        Assert.Equal(heard, card.Transcript.Count);
        Assert.Equal(1, agent.Prompt.Opened);
        window.Type("1234");
        Assert.Equal("signed", (await agent.UntilEndAsync(first)).Ending);
        Assert.Equal(3, card.TriesLeft);
    }

    private static void AssertIs(AgentPage answer, string status, string code, string page)
    {
        Assert.Equal(status, ((int)answer.Status).ToString(CultureInfo.InvariantCulture));
        switch (page)
        {
            case "neutral page":
                Assert.Equal("none", code);
                Assert.DoesNotContain("eid", answer.Html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<form", answer.Html, StringComparison.Ordinal);
                break;
            case "page for another user":
                Assert.Equal(code, answer.Code);
                Assert.Contains("The eID program was started by another user", answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("loket", answer.Html, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("<form", answer.Html, StringComparison.Ordinal);
                Assert.DoesNotContain("<a ", answer.Html, StringComparison.Ordinal);
                break;
            case "agent's page":
                Assert.Equal(code, answer.Code);
                Assert.DoesNotContain("<form", answer.Html, StringComparison.Ordinal);
                Assert.Null(answer.Location);
                break;
            default:
                Assert.Equal("consent page that waits", page);
                Assert.Contains($"data-code=\"{code}\"", answer.Html, StringComparison.Ordinal);
                break;
        }
    }
}
