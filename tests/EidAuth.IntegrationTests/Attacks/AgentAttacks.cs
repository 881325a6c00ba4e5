using System.Globalization;
using Demo.Smoke;
using EidAuth.Simulator.Reader;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Attacks on the agent's loopback pages.</summary>
internal static class AgentAttacks
{
    public static Task<AttackAnswer> ForeignHostAsync(AttackWorld world) => Wire.GetAsync(LoginAddress(world), ("Host", "evil.example"));

    public static Task<AttackAnswer> CrossOriginFetchAsync(AttackWorld world) => Wire.GetAsync(
        LoginAddress(world), ("Sec-Fetch-Mode", "cors"), ("Sec-Fetch-Dest", "empty"), ("Origin", "https://evil.example"));

    public static Task<AttackAnswer> FrameAsync(AttackWorld world) => Wire.GetAsync(LoginAddress(world), ("Sec-Fetch-Dest", "iframe"));

    public static async Task<AttackAnswer> CrossOriginPostAsync(AttackWorld world)
    {
        var consent = await ConsentAsync(world);
        return await Wire.PostAsync(consent.Action, consent.Fields, ("Origin", "https://evil.example"));
    }

    public static async Task<AttackAnswer> PostWithoutPageTokenAsync(AttackWorld world)
    {
        var consent = await ConsentAsync(world);
        return await Wire.PostAsync(
            consent.Action, [], ("Origin", world.Agent.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
    }

    /// <summary>The whole consent flow by curl under the user id of nobody: the page, then the form with the token of a page that the right user has open.</summary>
    public static async Task<AttackAnswer> AnotherUserAsync(AttackWorld world)
    {
        Require.OrSkip(Environment.UserName == "root", "only root can start a program as another user");
        var consent = await ConsentAsync(world);
        var page = await CurlAsync([LoginAddress(world).AbsoluteUri]);
        Assert.Equal(403, page.Status);
        return await CurlAsync(
        [
            "--header", "Origin: " + world.Agent.GetLeftPart(UriPartial.Authority), "--data-urlencode",
            "page_token=" + consent.Fields.First(field => field.Key == "page_token").Value, consent.Action.AbsoluteUri,
        ]);
    }

    public static Task<AttackAnswer> ReturnToAsync(AttackWorld world, string returnTo) => Wire.GetAsync(LoginAddress(world, returnTo));

    /// <summary>A second site's login while the first waits for the PIN: it can be agreed to only when the first is over.</summary>
    public static async Task<AttackAnswer> SecondLoginAsync(AttackWorld world)
    {
        using var citizen = new LoopbackBrowser();
        var first = await citizen.GetAsync(LoginAddress(world, "https://one.example/signin-eid"), TestContext.Current.CancellationToken);
        var second = await ConsentAsync(world, "https://two.example/signin-eid");
        var running = await citizen.SubmitAsync(first.FormTo("/continue")!, TestContext.Current.CancellationToken);
        await world.KeypadAsksAsync();
        var answer = await Wire.PostAsync(
            second.Action, second.Fields, ("Origin", world.Agent.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
        var page = await Wire.GetAsync(new Uri(world.Agent, answer.Location));
        await citizen.SubmitAsync(running.FormTo("/cancel")!, TestContext.Current.CancellationToken);
        world.Reader.Press(KeypadKey.Cancel);
        return page;
    }

    public static async Task<AttackAnswer> OversizedFormAsync(AttackWorld world)
    {
        var consent = await ConsentAsync(world);
        return await Wire.PostAsync(
            consent.Action, [new("page_token", new string('x', 100_000))],
            ("Origin", world.Agent.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin"));
    }

    private static async Task<HtmlForm> ConsentAsync(AttackWorld world, string returnTo = "https://loket.example.be/signin-eid")
    {
        using var citizen = new LoopbackBrowser();
        return (await citizen.GetAsync(LoginAddress(world, returnTo), TestContext.Current.CancellationToken)).FormTo("/continue")!;
    }

    private static Uri LoginAddress(AttackWorld world, string returnTo = "https://loket.example.be/signin-eid") => new(
        world.Agent,
        $"login?v=1&nonce={Uri.EscapeDataString(Convert.ToBase64String(new byte[32]))}&return_to={Uri.EscapeDataString(returnTo)}&state={new string('A', 22)}&lang=en");

    private static async Task<AttackAnswer> CurlAsync(IEnumerable<string> arguments)
    {
        Require.Programs("setpriv", "curl");
        var result = await TestProcess.RunAsync(
            "setpriv",
            [
                "--reuid", "65534", "--clear-groups", "curl", "--silent", "--max-time", "20", "--write-out", "\n%{http_code}",
                .. Wire.Navigation.SelectMany(header => new[] { "--header", $"{header.Key}: {header.Value}" }), .. arguments,
            ],
            TestContext.Current.CancellationToken);
        var end = result.StandardOutput.TrimEnd().LastIndexOf('\n');
        return new AttackAnswer(int.Parse(result.StandardOutput[(end + 1)..], CultureInfo.InvariantCulture), result.StandardOutput[..end], null);
    }
}
