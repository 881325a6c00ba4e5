using System.Net;
using System.Net.Sockets;
using System.Text;
using EidAgent.Peer;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Requests that no honest browser sends. After each of them: no command reached the card, no try is lost, and an honest login succeeds.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class GateTests
{
    [Theory]
    [InlineData("attacker.example")]
    [InlineData("localhost:{port}")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.2:{port}")]
    public async Task A_foreign_host_is_told_nothing(string host)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);
        var name = host.Replace("{port}", $"{agent.Browser.Agent.Port}", StringComparison.Ordinal);

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Host", name));

        Assert.Equal(HttpStatusCode.MisdirectedRequest, page.Status);
        AssertNeutral(page);
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("iframe")]
    [InlineData("frame")]
    [InlineData("embed")]
    [InlineData("object")]
    public async Task A_frame_is_refused(string destination)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Sec-Fetch-Dest", destination));

        Assert.Equal((HttpStatusCode.Forbidden, "frame_refused"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("cors", "empty", "cross-site")]
    [InlineData("no-cors", "empty", "cross-site")]
    [InlineData("no-cors", "image", "cross-site")]
    [InlineData("no-cors", "script", "same-site")]
    [InlineData("websocket", "empty", "cross-site")]
    [InlineData("same-origin", "empty", "same-origin")]
    [InlineData("navigate", "document", "elsewhere")]
    public async Task A_fetch_of_the_login_page_is_refused(string mode, string destination, string site)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);

        var page = await agent.Browser.OpenAsync(
            RunningAgent.LoginAddress(), ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination), ("Sec-Fetch-Site", site), ("Origin", "https://attacker.example"));

        Assert.Equal((HttpStatusCode.Forbidden, "fetch_refused"), (page.Status, page.Code));
        Assert.DoesNotContain(page.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task A_navigation_from_anywhere_shows_the_consent_page(string site)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Sec-Fetch-Site", site));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotNull(page.FindForm("continue"));
    }

    [Fact]
    public async Task A_page_fetched_ahead_of_a_click_is_refused()
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), ("Sec-Purpose", "prefetch;prerender"));

        Assert.Equal((HttpStatusCode.Forbidden, "fetch_refused"), (page.Status, page.Code));
    }

    [Theory]
    [InlineData("Sec-Fetch-Mode")]
    [InlineData("Sec-Fetch-Dest")]
    [InlineData("Sec-Fetch-Site")]
    public async Task A_browser_that_does_not_say_where_a_request_comes_from_is_refused(string missing)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(), (missing, null));

        Assert.Equal((HttpStatusCode.Forbidden, "metadata_missing"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "http://localhost:5080")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", null)]
    public async Task Consent_from_another_origin_is_refused(string header, string? value)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");

        var page = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields), (header, value));

        Assert.Equal((HttpStatusCode.Forbidden, "cross_origin_post"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("")]
    [InlineData("page_token=")]
    [InlineData("page_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("page_token={other}")]
    [InlineData("page_token={own}&page_token={own}")]
    public async Task Consent_without_the_token_of_its_own_page_is_refused(string body)
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);
        var other = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        var sent = body.Replace("{other}", other.Fields["page_token"], StringComparison.Ordinal).Replace("{own}", form.Fields["page_token"], StringComparison.Ordinal);
        using var content = new StringContent(sent, Encoding.ASCII);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var page = await agent.Browser.PostAsync(form.Action, content);

        Assert.Equal((HttpStatusCode.Forbidden, "page_token_refused"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Fact]
    public async Task A_form_of_another_kind_is_refused()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        using var content = new StringContent($"page_token={form.Fields["page_token"]}", Encoding.ASCII, "text/plain");

        var page = await agent.Browser.PostAsync(form.Action, content);

        Assert.Equal((HttpStatusCode.BadRequest, "form_malformed"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Fact]
    public async Task An_oversized_form_is_refused()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);
        var form = (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Form("continue");
        using var content = new StringContent($"page_token={form.Fields["page_token"]}&more={new string('a', 4096)}", Encoding.ASCII);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        var page = await agent.Browser.PostAsync(form.Action, content);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "form_too_large"), (page.Status, page.Code));
        await AssertUnharmedAsync(agent, card);
    }

    [Fact]
    public async Task An_oversized_address_is_refused()
    {
        await using var agent = await RunningAgent.StartAsync();
        var card = Insert(agent);

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&lang=" + new string('a', 4096)));

        Assert.Equal(HttpStatusCode.RequestUriTooLong, page.Status);
        await AssertUnharmedAsync(agent, card);
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Other_methods_are_refused(string method)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.SendAsync(new HttpMethod(method), RunningAgent.LoginAddress(), null, [("Origin", "https://attacker.example")]);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, page.Status);
        Assert.DoesNotContain(page.Headers.Keys, name => name.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("cross-site", "cors")]
    [InlineData("same-site", "cors")]
    [InlineData("same-origin", "cors")]
    [InlineData("cross-site", "navigate")]
    public async Task Only_the_pages_own_script_hears_of_changes(string site, string mode)
    {
        await using var agent = await RunningAgent.StartAsync();
        var login = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        var page = await agent.Browser.FetchAsync($"{login.ChangesAt}?after=0", ("Sec-Fetch-Site", site), ("Sec-Fetch-Mode", mode));

        Assert.Equal((HttpStatusCode.Forbidden, "fetch_refused"), (page.Status, page.Code));
    }

    [Theory]
    [InlineData("/nowhere", "not_found")]
    [InlineData("/login/AAECAwQFBgcICQoLDA0ODw/continue", "not_found")]
    [InlineData("/login/AAECAwQFBgcICQoLDA0ODw", "login_unknown")]
    public async Task A_page_that_is_not_there_says_so(string address, string code)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, code), (page.Status, page.Code));
    }

    [Theory]
    [InlineData(PeerOwner.AnotherUser)]
    [InlineData(PeerOwner.Unknown)]
    public async Task A_connection_that_is_not_this_users_reaches_nothing(PeerOwner owner)
    {
        var answer = PeerOwner.ThisUser;
        await using var agent = await RunningAgent.StartAsync(findOwner: (_, _) => answer);
        var card = Insert(agent);
        var login = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        answer = owner;
        using var stranger = new AgentBrowser(agent.Browser.Agent);
        var form = login.Form("continue");

        AgentPage[] pages =
        [
            await stranger.OpenAsync("/"),
            await stranger.OpenAsync(RunningAgent.LoginAddress()),
            await stranger.OpenAsync(login.LoginAt),
            await stranger.FetchAsync($"{login.ChangesAt}?after=0"),
            await stranger.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields)),
            await stranger.OpenAsync("/", ("Host", "attacker.example")),
        ];

        Assert.All(pages, page => Assert.Equal(HttpStatusCode.Forbidden, page.Status));
        Assert.All(pages, owner == PeerOwner.Unknown ? AssertNeutral : AssertTellsTheSituation);
        Assert.Equal(0, agent.Prompt.Opened);
        answer = PeerOwner.ThisUser;
        await AssertUnharmedAsync(agent, card);
    }

    [Fact]
    public async Task Connections_that_another_user_keeps_open_leave_room_for_this_one()
    {
        var answer = PeerOwner.AnotherUser;
        var seen = 0;
        await using var agent = await RunningAgent.StartAsync(findOwner: (_, _) =>
        {
            Interlocked.Increment(ref seen);
            return answer;
        });
        var strangers = new List<Socket>();
        try
        {
            for (var i = 0; i < 128; i++)
            {
                var stranger = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                strangers.Add(stranger);
                try
                {
                    await stranger.ConnectAsync(IPAddress.Loopback, agent.Browser.Agent.Port, TestContext.Current.CancellationToken);
                }
                catch (SocketException)
                {
                    // Closed again before it was told that it is open.
                }
            }

            // Until all of them were accepted: there are no more places.
            for (var wait = 0; wait < 100 && Volatile.Read(ref seen) < 128; wait++)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            }

            answer = PeerOwner.ThisUser;
            await AssertUnharmedAsync(agent, Insert(agent));
        }
        finally
        {
            strangers.ForEach(stranger => stranger.Dispose());
        }
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/nowhere", null)]
    [InlineData("/", "attacker.example")]
    public async Task Every_answer_carries_the_headers_that_keep_other_pages_out(string address, string? host)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(address, ("Host", host));

        Assert.StartsWith("default-src 'none'; ", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'; base-uri 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("DENY", page.Headers["X-Frame-Options"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.Equal("no-store", page.Headers["Cache-Control"]);
        Assert.Equal("same-origin", page.Headers["Cross-Origin-Opener-Policy"]);
        Assert.False(page.Headers.ContainsKey("Server"));
    }

    private static SimulatedCard Insert(RunningAgent agent)
    {
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        return card;
    }

    private static void AssertNeutral(AgentPage page)
    {
        Assert.DoesNotContain("eid", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Null(page.Code);
    }

    private static void AssertTellsTheSituation(AgentPage page)
    {
        Assert.Equal("another_user", page.Code);
        Assert.Contains("The eID program was started by another user", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("loket", page.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
    }

    private static async Task AssertUnharmedAsync(RunningAgent agent, SimulatedCard card)
    {
        Assert.Empty(card.Transcript);
        Assert.Equal(3, card.TriesLeft);
        Assert.Equal("signed", (await agent.LogInAsync(card)).Ending);
    }
}
