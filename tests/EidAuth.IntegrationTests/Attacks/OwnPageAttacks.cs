using System.Net;
using EidAgent.Gate;
using EidAgent.Pages;
using EidAgent.Peer;
using EidAgent.Prompts;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>
/// Attacks on the person's own pages: sites, diary, PIN. Before each a site was blocked, which stands in both; then a page, a frame or another user wants to read that, to let the site in again, to
/// erase what it did, or to have a PIN window opened.
/// </summary>
internal static class OwnPageAttacks
{
    private const string Blocked = "https://foreign.example";
    private const string Forged = "forged";

    private static readonly (string Name, string? Value)[] OtherSite = [("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site")];

    public static Task<AttackEnd> DiaryInFrameAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, agent => ReadAsync(agent, "/diary", ("Sec-Fetch-Dest", "iframe")));

    public static Task<AttackEnd> SitesInFrameAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, agent => ReadAsync(agent, "/sites", ("Sec-Fetch-Dest", "iframe")));

    public static Task<AttackEnd> DiaryReboundAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<HostCheck>,
        agent => ReadAsync(agent, "/diary", ("Host", $"{AttackedAgent.ReboundName}:{agent.Browser.Agent.Port}"), ("Sec-Fetch-Site", "same-origin")));

    public static Task<AttackEnd> DiaryByAnotherUserAsync(bool defended)
    {
        var owner = PeerOwner.ThisUser;
        return PlayAsync(
            defended,
            AttackedAgent.Without<OwnerCheck>,
            async agent =>
            {
                owner = PeerOwner.AnotherUser;
                using var stranger = new AgentBrowser(agent.Browser.Agent);
                var page = await stranger.OpenAsync("/diary?lang=en");
                owner = PeerOwner.ThisUser;
                return Read(page);
            },
            (_, _) => owner);
    }

    public static Task<AttackEnd> UnblockFromOtherSiteAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, agent => PressAsync(agent, "/sites", "unblock-0", IsLetInAsync, OtherSite));

    public static Task<AttackEnd> UnblockWithoutTokenAsync(bool defended) => PlayAsync(
        defended, AnyToken, agent => PressAsync(agent, "/sites", "unblock-0", IsLetInAsync, token: Forged));

    public static Task<AttackEnd> EraseFromOtherSiteAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, agent => PressAsync(agent, "/diary", "erase", IsErasedAsync, OtherSite));

    public static Task<AttackEnd> EraseWithoutTokenAsync(bool defended) => PlayAsync(
        defended, AnyToken, agent => PressAsync(agent, "/diary", "erase", IsErasedAsync, token: Forged));

    public static Task<AttackEnd> PinFromOtherSiteAsync(bool defended) => PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, agent => PressAsync(agent, "/pin", "check", IsAskedAsync, OtherSite));

    public static Task<AttackEnd> PinWithoutTokenAsync(bool defended) => PlayAsync(
        defended, AnyToken, agent => PressAsync(agent, "/pin", "check", IsAskedAsync, token: Forged));

    private static async Task<AttackEnd> ReadAsync(RunningAgent agent, string page, params (string Name, string? Value)[] headers) =>
        Read(await agent.Browser.OpenAsync(page + "?lang=en", headers));

    // Where somebody was is what the page is read for.
    private static AttackEnd Read(AgentPage page) => page.Text.Contains("foreign", StringComparison.Ordinal) ? new AttackEnd(true, "the page") : Attacker.Refused(page);

    /// <summary>Presses a button of a page that its person has open, with that page's token or another one.</summary>
    private static async Task<AttackEnd> PressAsync(
        RunningAgent agent, string at, string button, Func<RunningAgent, Task<bool>> succeeded, (string Name, string? Value)[]? headers = null, string? token = null)
    {
        var form = (await agent.Browser.OpenAsync(at + "?lang=en")).Form(button);
        var fields = new Dictionary<string, string>(form.Fields) { ["sure"] = "yes" };
        fields["page_token"] = token ?? fields["page_token"];
        var answer = await agent.Browser.PostAsync(form.Action, new FormUrlEncodedContent(fields), headers ?? []);
        return answer.Status == HttpStatusCode.SeeOther && await succeeded(agent) ? new AttackEnd(true, "done") : Attacker.Refused(answer);
    }

    private static async Task<bool> IsLetInAsync(RunningAgent agent) => (await agent.Browser.OpenAsync(RunningAgent.LoginAddress(Blocked + "/signin-eid"))).FindForm("continue") is not null;

    private static async Task<bool> IsErasedAsync(RunningAgent agent) =>
        (await agent.Browser.OpenAsync("/diary?lang=en")).Text.Contains("Nothing has been written down yet.", StringComparison.Ordinal);

    // A person who was asked nothing sees a window; here it ends with it.
    private static async Task<bool> IsAskedAsync(RunningAgent agent)
    {
        (await agent.Prompt.NextAsync()).End(PinEntryOutcome.Cancelled);
        return true;
    }

    // Pages that take any token are pages to which every token reads as one of theirs.
    private static void AnyToken(IServiceCollection services) => services.AddTransient<IStartupFilter>(provider => new BeforeRequest(async context =>
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            return;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form["page_token"] == Forged)
        {
            var page = "/" + context.Request.Path.Value!.Split('/')[1];
            var fields = form.ToDictionary(field => field.Key, field => field.Value);
            fields["page_token"] = new StringValues(provider.GetRequiredService<PageTokens>().Issue(page));
            context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
        }
    }));

    private static Task<AttackEnd> PlayAsync(
        bool defended, Action<IServiceCollection> without, Func<RunningAgent, Task<AttackEnd>> attack, Func<IPEndPoint, IPEndPoint, PeerOwner>? findOwner = null) => AttackedAgent.PlayAsync(
        defended,
        without,
        async agent =>
        {
            await agent.Browser.SubmitAsync((await agent.Browser.OpenAsync(RunningAgent.LoginAddress(Blocked + "/signin-eid"))).Form("block"));
            Assert.False(await IsLetInAsync(agent), "The site is not blocked.");
            Assert.False(await IsErasedAsync(agent), "Nothing stands in the diary.");
            var end = await attack(agent);
            if (!end.Succeeded)
            {
                Assert.False(await IsLetInAsync(agent), "The site is blocked no longer.");
                Assert.False(await IsErasedAsync(agent), "The diary is empty.");
            }

            return end;
        },
        findOwner);
}
