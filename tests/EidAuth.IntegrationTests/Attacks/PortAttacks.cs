using System.Net;
using EidAgent.Gate;
using EidAgent.Peer;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Attacks on the agent's port, with the headers that browsers were seen to send for them. After each refusal an honest login succeeds.</summary>
internal static class PortAttacks
{
    private const string Name = AttackedAgent.ReboundName;

    /// <summary>To the browser the page is the agent's own: same origin, same everything but the name.</summary>
    public static Task<AttackEnd> RebindingReadsAsync(bool defended) => AttackedAgent.PlayAsync(
        defended, AttackedAgent.Without<HostCheck>, async agent => Attacker.Read(await new Attacker(agent, Rebound(agent)).AskAsync()));

    /// <summary>What Chromium does: to a name without TLS it says nothing of the kind of request. Then the missing headers stop it too.</summary>
    public static Task<AttackEnd> RebindingWithoutMetadataAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            AttackedAgent.Without<HostCheck>(services);
            AttackedAgent.Without<FetchCheck>(services);
        },
        RebindingWithoutMetadataAsync);

    public static async Task<AttackEnd> RebindingWithoutMetadataAsync(RunningAgent agent) => Attacker.Read(await new Attacker(
        agent, ("Host", $"{Name}:{agent.Browser.Agent.Port}"), ("Sec-Fetch-Mode", null), ("Sec-Fetch-Dest", null), ("Sec-Fetch-Site", null)).AskAsync());

    public static Task<AttackEnd> RebindingDrivesAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            AttackedAgent.Without<HostCheck>(services);
            AttackedAgent.Without<FetchCheck>(services);
        },
        agent => new Attacker(agent, Rebound(agent)).DriveAsync());

    public static Task<AttackEnd> FetchAsync(bool defended) => AttackedAgent.PlayAsync(defended, AttackedAgent.Without<FetchCheck>, agent => AskedByScriptAsync(agent, "no-cors", "empty"));

    public static Task<AttackEnd> WebSocketAsync(bool defended) => AttackedAgent.PlayAsync(defended, AttackedAgent.Without<FetchCheck>, agent => AskedByScriptAsync(agent, "websocket", "empty"));

    public static Task<AttackEnd> PrefetchAsync(bool defended) => AttackedAgent.PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, async agent => TakenIn(agent, await new Attacker(agent, ("Sec-Purpose", "prefetch;prerender")).AskAsync()));

    public static Task<AttackEnd> FrameAsync(bool defended) => AttackedAgent.PlayAsync(
        defended, AttackedAgent.Without<FetchCheck>, async agent => Attacker.Read(await new Attacker(agent, ("Sec-Fetch-Dest", "iframe")).AskAsync()));

    public static Task<AttackEnd> CrossSiteFormAsync(bool defended) => AttackedAgent.PlayAsync(defended, AttackedAgent.Without<FetchCheck>, async agent =>
    {
        var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
        return await new Attacker(agent, ("Origin", "https://attacker.example"), ("Sec-Fetch-Site", "cross-site")).PressAsync(consent);
    });

    /// <summary>A program that writes every header as the agent's own page would, and never saw that page.</summary>
    public static Task<AttackEnd> NoPageTokenAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services => services.Replace(ServiceDescriptor.Singleton<IPageTokenCheck, AnyPageToken>()),
        async agent => await new Attacker(agent).PressAsync(
            await agent.Browser.OpenAsync(RunningAgent.LoginAddress()), new Dictionary<string, string> { ["page_token"] = new string('A', 43) }));

    public static Task<AttackEnd> AnotherUserAsync(bool defended) => OwnedByAsync(defended, PeerOwner.AnotherUser);

    public static Task<AttackEnd> UnknownUserAsync(bool defended) => OwnedByAsync(defended, PeerOwner.Unknown);

    public static Task<AttackEnd> ThroughProxyAsync(bool defended) => AttackedAgent.PlayAsync(
        defended, AttackedAgent.Without<ProxyCheck>, async agent => Attacker.Read(await new Attacker(agent, ("Via", "1.1 proxy.example")).AskAsync()));

    public static Task<AttackEnd> ForwardedHostAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            AttackedAgent.Without<ProxyCheck>(services);
            services.Configure<ForwardedHeadersOptions>(forwarded =>
            {
                forwarded.ForwardedHeaders = ForwardedHeaders.All;
                forwarded.KnownProxies.Clear();
                forwarded.KnownIPNetworks.Clear();
            }).AddTransient<Microsoft.AspNetCore.Hosting.IStartupFilter, ForwardedHeadersFirst>();
        },
        async agent => Attacker.Read(await new Attacker(
            agent,
            ("Host", $"{Name}:{agent.Browser.Agent.Port}"),
            ("X-Forwarded-Host", agent.Browser.Agent.Authority),
            ("X-Forwarded-Proto", "http"),
            ("X-Forwarded-For", "127.0.0.1"),
            ("Forwarded", $"host={agent.Browser.Agent.Authority};for=127.0.0.1"),
            ("X-Original-Host", agent.Browser.Agent.Authority),
            ("Via", "1.1 127.0.0.1")).AskAsync()));

    public static Task<AttackEnd> OtherVersionAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services => Rewriting(services, query => query.Replace("v=0&", "v=1&", StringComparison.Ordinal)),
        async agent => Attacker.Read(await agent.Browser.OpenAsync(RunningAgent.LoginAddress().Replace("v=1&", "v=0&", StringComparison.Ordinal))));

    public static Task<AttackEnd> PinInAddressAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services => Rewriting(services, query => query.Replace("&pin=1234", "", StringComparison.Ordinal)),
        async agent => Attacker.Read(await new Attacker(agent).AskAsync("&pin=1234")));

    public static Task<AttackEnd> LongAddressAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services => services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestLineSize = 1 << 17),
        async agent => Attacker.Read(await new Attacker(agent).AskAsync("&lang=" + new string('a', 1 << 16))));

    /// <summary>They hold every place that the server has; an honest page is then served, or it is not.</summary>
    public static Task<AttackEnd> SilentConnectionsAsync(bool defended) => AttackedAgent.PlayAsync(
        defended,
        services =>
        {
            services.Replace(ServiceDescriptor.Singleton(new ConnectionPlaces(int.MaxValue)));
            services.PostConfigure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxConcurrentConnections = 128);
        },
        async agent =>
        {
            using var flood = await Flood.OpenAsync(agent.Browser.Agent.Port, 1000);
            try
            {
                var page = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
                return new AttackEnd(false, page.FindForm("continue") is null ? "no consent page" : $"{(int)page.Status} none");
            }
            catch (HttpRequestException)
            {
                return new AttackEnd(true, "an honest page is not served");
            }
        });

    private static Task<AttackEnd> OwnedByAsync(bool defended, PeerOwner stranger)
    {
        var owner = PeerOwner.ThisUser;
        return AttackedAgent.PlayAsync(
            defended,
            AttackedAgent.Without<OwnerCheck>,
            async agent =>
            {
                // The owner's own browser shows the page, so that the stranger can be given the token of a real form.
                var consent = await agent.Browser.OpenAsync(RunningAgent.LoginAddress());
                owner = stranger;
                using var strangers = new AgentBrowser(agent.Browser.Agent);
                var form = consent.Form("continue");
                agent.Browser.Reading();
                var answer = await strangers.PostAsync(form.Action, new FormUrlEncodedContent(form.Fields));
                owner = PeerOwner.ThisUser;
                if (answer.Status != HttpStatusCode.SeeOther)
                {
                    return Attacker.Refused(answer);
                }

                (await agent.Prompt.NextAsync()).End(EidAgent.Prompts.PinEntryOutcome.Cancelled);
                return new AttackEnd(true, "a PIN window opens");
            },
            (_, _) => owner);
    }

    private static async Task<AttackEnd> AskedByScriptAsync(RunningAgent agent, string mode, string destination) => TakenIn(
        agent,
        await new Attacker(agent, ("Sec-Fetch-Mode", mode), ("Sec-Fetch-Dest", destination), ("Origin", "https://attacker.example")).AskAsync());

    // The script may not read the answer; that a login was taken in is what it was after, and one of eight places.
    private static AttackEnd TakenIn(RunningAgent agent, AgentPage answer) =>
        agent.Log.Lines.Any(line => line.Contains("[1201]", StringComparison.Ordinal)) ? new AttackEnd(true, "a login waits for consent") : Attacker.Refused(answer);

    private static (string Name, string? Value)[] Rebound(RunningAgent agent) =>
    [
        ("Host", $"{Name}:{agent.Browser.Agent.Port}"), ("Sec-Fetch-Site", "same-origin"), ("Origin", $"http://{Name}:{agent.Browser.Agent.Port}"),
    ];

    // An agent that does not look at a part of the request is one for which that part reads as it should.
    private static void Rewriting(IServiceCollection services, Func<string, string> query) =>
        services.AddTransient<Microsoft.AspNetCore.Hosting.IStartupFilter>(_ => new QueryRewriting(query));
}
