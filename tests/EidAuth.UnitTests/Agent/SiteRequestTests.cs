using System.Net;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>Requests of sites: what is refused is refused on the agent's own page, without a form, a link or a redirect to anywhere.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class SiteRequestTests
{
    [Theory]
    [InlineData("https://loket.example.be/elsewhere")]
    [InlineData("https://loket.example.be/signin-eid?next=1")]
    [InlineData("https://loket.example.be/signin-eid#part")]
    [InlineData("https://user@loket.example.be/signin-eid")]
    [InlineData("ftp://loket.example.be/signin-eid")]
    [InlineData("javascript:alert(1)//signin-eid")]
    [InlineData("http://loket.example.be/signin-eid")]
    public async Task A_return_address_that_may_not_receive_a_token_is_refused(string returnTo)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(returnTo));

        AssertRefused("return_address_refused", page);
    }

    [Theory]
    [InlineData("/login", "request_malformed")]
    [InlineData("/login?v=2", "unknown_version")]
    [InlineData("{login}&lang=nl&lang=fr", "request_malformed")]
    [InlineData("{login}&state=AAECAwQFBgcICQoLDA0ODw", "request_malformed")]
    [InlineData("{login}&pin=1234", "request_malformed")]
    [InlineData("{login}&fields=shoe-size", "unknown_field")]
    public async Task A_request_that_cannot_be_read_is_refused(string address, string code)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(address.Replace("{login}", RunningAgent.LoginAddress(more: ""), StringComparison.Ordinal));

        AssertRefused(code, page);
    }

    [Fact]
    public async Task A_request_moves_to_an_address_without_nonce_and_state()
    {
        await using var agent = await RunningAgent.StartAsync();

        var answer = await agent.Browser.SendAsync(
            HttpMethod.Get, RunningAgent.LoginAddress(), null, [("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document"), ("Sec-Fetch-Site", "cross-site")]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Matches("^/login/[A-Za-z0-9_-]{22}$", answer.Location);
    }

    [Fact]
    public async Task The_consent_page_names_the_origin_in_ascii_and_beside_it_in_its_own_letters()
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress("https://loket.m\u00fcnster.example/signin-eid"));

        Assert.Contains("https://loket.<strong>xn--mnster-3ya.example</strong>", page.Html, StringComparison.Ordinal);
        Assert.Contains("<bdi dir=\"ltr\" class=\"reads-as\">loket.m\u00fcnster.example</bdi>", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_consent_page_lists_what_the_site_asks_for_beside_the_login()
    {
        await using var agent = await RunningAgent.StartAsync();

        var plain = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        var asking = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: "&lang=en&fields=address,photo"));

        Assert.DoesNotContain("your address", plain.Text, StringComparison.Ordinal);
        Assert.Contains("your address", asking.Text, StringComparison.Ordinal);
        Assert.Contains("your photo", asking.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("&lang=nl", "fr", "Aanmelden met uw eID?")]
    [InlineData("", "fr-BE, nl;q=0.8", "Se connecter avec votre eID ?")]
    [InlineData("", "es, de;q=0.2, nl;q=0.4", "Aanmelden met uw eID?")]
    [InlineData("", "es", "Log in with your eID?")]
    [InlineData("", "; ;;q=x", "Log in with your eID?")]
    public async Task The_site_chooses_the_language_and_otherwise_the_browser_does(string lang, string accepted, string heading)
    {
        await using var agent = await RunningAgent.StartAsync();

        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress(more: lang), ("Accept-Language", accepted));

        Assert.Contains(heading, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_person_can_switch_the_language_and_it_stays()
    {
        await using var agent = await RunningAgent.StartAsync();
        var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());

        await agent.Browser.OpenAsync(page.LoginAt + "?lang=de");
        page = await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(page.LoginAt)).Form("continue"));
        page = await agent.UntilStepAsync(page, "InsertCard");

        Assert.Contains("Stecken Sie Ihre eID-Karte ein", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_anchors_are_named_on_every_page()
    {
        await using var agent = await RunningAgent.StartAsync(testAnchors: "/somewhere");
        await using var real = await RunningAgent.StartAsync();

        Assert.Contains("TEST TRUST", (await agent.Browser.OpenAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("TEST TRUST", (await agent.Browser.OpenAsync(RunningAgent.LoginAddress())).Text, StringComparison.Ordinal);
        Assert.Contains("TEST TRUST", (await agent.Browser.OpenAsync("/nowhere")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("TEST TRUST", (await real.Browser.OpenAsync(RunningAgent.LoginAddress())).Text, StringComparison.Ordinal);
    }

    private static void AssertRefused(string code, AgentPage page)
    {
        Assert.Equal((HttpStatusCode.BadRequest, code), (page.Status, page.Code));
        Assert.Null(page.Location);
        Assert.DoesNotContain("<form", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", page.Html, StringComparison.Ordinal);
        Assert.Contains("form-action 'self';", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }
}
