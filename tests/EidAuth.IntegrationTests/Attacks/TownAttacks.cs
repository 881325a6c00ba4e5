using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text;
using System.Text.RegularExpressions;
using Demo.Smoke;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Challenges;
using EidAuth.IntegrationTests.Road;
using EidAuth.Testing;
using EidAuth.Testing.Canaries;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Challenge = EidAuth.IntegrationTests.Road.Challenge;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Attacks on a login between card, agent and town, each with tokens that a card really signed. After each refusal an honest login succeeds.</summary>
internal static partial class TownAttacks
{
    private const string Evil = "http://evil.localhost";

    // Drawn for this run: nothing of them may stand in what agent and town wrote during any attack.
    private static readonly CanaryCitizen Citizen = CanaryCitizen.Draw("1.8");

    /// <summary>evil.example shows the town's challenge as its own, the citizen agrees to log in there, and the attacker posts the token to the town.</summary>
    public static Task<AttackEnd> RelayAsync(bool defended) => RelayAsync(defended, "https://evil.example");

    /// <summary>A site on another port of the town's own name: only the port tells the two apart.</summary>
    public static Task<AttackEnd> RelayFromOtherPortAsync(bool defended) => RelayAsync(defended, "http://localhost:9");

    private static Task<AttackEnd> RelayAsync(bool defended, string evil)
    {
        // An agent that signs the origin it is told and posts the token to another.
        RoadWorld? world = null;
        world = defended ? new RoadWorld(Citizen.Citizen) : new RoadWorld(Citizen.Citizen)
        {
            AgentWithout = builder => builder.Services.AddTransient<IStartupFilter>(_ => new PageRewriting(page => page.Replace(
                $"action=\"{world!.Town.GetLeftPart(UriPartial.Authority)}/", $"action=\"{evil}/", StringComparison.Ordinal))),
        };
        return PlayAsync(world, defended, async () =>
        {
            var challenge = await Challenge.StartAsync(world);
            var relayed = defended
                ? challenge.AgentAddress.AbsoluteUri.Replace(
                    Uri.EscapeDataString(world.Town.GetLeftPart(UriPartial.Authority)), Uri.EscapeDataString(evil), StringComparison.Ordinal)
                : challenge.AgentAddress.AbsoluteUri;
            using var citizen = new LoopbackBrowser();
            var form = await world.SignAsync(citizen, new Uri(relayed));
            Assert.Equal(evil, form.Action.GetLeftPart(UriPartial.Authority));
            return await challenge.PostAsync(world, form.Fields);
        });
    }

    public static Task<AttackEnd> ReplayAsync(bool defended)
    {
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (defended ? null : services => services.AddSingleton<IUsedChallengeStore, ForgetfulStore>(), null, null),
        };
        return PlayAsync(world, defended, async () =>
        {
            var (challenge, fields) = await SignedAsync(world);
            Assert.True(End(await challenge.PostAsync(world, fields)).Succeeded);
            return await challenge.PostAsync(world, fields);
        });
    }

    /// <summary>Two servers behind one name with one key ring, and one store in common or each its own.</summary>
    public static Task<AttackEnd> ReplayAtSecondServerAsync(bool defended)
    {
        IUsedChallengeStore? common = null;
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (
                services => services.AddSingleton(provider =>
                    defended ? common ??= Memory(provider) : Memory(provider)),
                null, null),
        };
        return PlayAsync(world, defended, async () =>
        {
            var second = await world.StartSecondServerAsync();
            world.Advance(TimeSpan.FromSeconds(1));
            var (challenge, fields) = await SignedAsync(world);
            Assert.True(End(await challenge.PostAsync(world, fields)).Succeeded);
            return await Wire.PostAsync(
                new Uri(second, "signin-eid"), fields,
                ("Origin", world.Agent.GetLeftPart(UriPartial.Authority)), ("Cookie", challenge.Cookie), ("Host", world.Town.Authority));
        });
    }

    /// <summary>The attacker's own challenge and token, posted by the browser of somebody who is then logged in as the attacker.</summary>
    public static Task<AttackEnd> ForgedLoginAsync(bool defended)
    {
        // A town that keeps challenges on the server, for whichever browser comes back with the state.
        var kept = new ConcurrentBag<string>();
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (null, defended ? null : town => town.Use(async (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    foreach (var cookie in context.Response.Headers.SetCookie.Select(set => set!.Split(';')[0]).Where(cookie => !cookie.EndsWith('=')))
                    {
                        kept.Add(cookie);
                    }

                    return Task.CompletedTask;
                });
                if (context.Request.Path == "/signin-eid")
                {
                    context.Request.Headers.Cookie = string.Join("; ", kept);
                }

                await next(context);
            }), null),
        };
        return PlayAsync(world, defended, async () =>
        {
            var (challenge, fields) = await SignedAsync(world);
            return await (challenge with { Cookie = "other=1" }).PostAsync(world, fields);
        });
    }

    public static Task<AttackEnd> PostedByAnotherPageAsync(bool defended)
    {
        RoadWorld? world = null;
        world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (null, defended ? null : town => town.Use((context, next) =>
            {
                context.Request.Headers.Origin = world!.Agent.GetLeftPart(UriPartial.Authority);
                return next(context);
            }), null),
        };
        return PlayAsync(world, defended, async () =>
        {
            var (challenge, fields) = await SignedAsync(world);
            return await challenge.PostAsync(world, fields, "https://evil.example");
        });
    }

    /// <summary>Cookie and token taken from somebody's computer a day later; the town's clock has gone on, or stands still.</summary>
    public static Task<AttackEnd> KeptTokenAsync(bool defended)
    {
        JumpingTimeProvider? clock = null;
        var world = new RoadWorld(Citizen.Citizen) { TownClock = common => clock = new JumpingTimeProvider(common) };
        return PlayAsync(world, defended, async () =>
        {
            var (challenge, fields) = await SignedAsync(world);
            clock!.Jump(defended ? TimeSpan.FromDays(1) : TimeSpan.Zero);
            var answer = await challenge.PostAsync(world, fields);
            clock.Jump(defended ? TimeSpan.FromDays(-1) : TimeSpan.Zero);
            world.Advance(TimeSpan.FromSeconds(1));
            return answer;
        });
    }

    /// <summary>What a proxy with client certificates writes for the site behind it, written by a browser.</summary>
    public static Task<AttackEnd> SubjectHeaderAsync(bool defended)
    {
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (null, defended ? null : town => town.Use((context, next) =>
            {
                var subject = Subject().Match(context.Request.Headers["X-SSL-Client-S-DN"].ToString()).Groups[1].Value;
                context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", subject)], "header"));
                return next(context);
            }), null),
        };
        return PlayAsync(world, defended, async () =>
        {
            const string name = "SERIALNUMBER=85031499991,CN=Lotte Vermeersch (Authentication),C=BE";
            var answer = await Wire.GetAsync(
                new Uri(world.Town, "me"),
                ("X-SSL-Client-S-DN", name), ("SSL_CLIENT_S_DN", name), ("X-Client-Cert", "MIIB"), ("Client-Cert", ":MIIB:"), ("X-Remote-User", "85031499991"));
            return answer with { Location = answer.Status == 200 ? "/me" : null };
        });
    }

    /// <summary>The attacker's browser has the town make a challenge for another address, and with it the page that a citizen's token would go to.</summary>
    public static Task<AttackEnd> ForwardedOriginAsync(bool defended)
    {
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = defended ? default : (
                services => services.Configure<ForwardedHeadersOptions>(forwarded =>
                {
                    forwarded.ForwardedHeaders = ForwardedHeaders.All;
                    forwarded.KnownProxies.Clear();
                    forwarded.KnownIPNetworks.Clear();
                }),
                town => town.UseForwardedHeaders(),
                options => options.Origins.Add(Evil)),
        };
        return PlayAsync(world, defended, async () =>
        {
            var answer = await Wire.GetAsync(
                new Uri(world.Town, "eid"), ("X-Forwarded-Host", "evil.localhost"), ("Forwarded", "host=evil.localhost"), ("X-Original-Host", "evil.localhost"));
            return answer with { Location = Asked(new Uri(answer.Location!), "return_to").StartsWith(Evil + "/", StringComparison.Ordinal) ? "/me" : null };
        });
    }

    public static Task<AttackEnd> OlderFormatAsync(bool defended) => RewrittenTokenAsync(defended, "web-eid%3A1.0", "web-eid%3A0.9");

    /// <summary>The verifier would check an HMAC under a key that everybody knows, the certificate's.</summary>
    public static Task<AttackEnd> OtherAlgorithmAsync(bool defended) => RewrittenTokenAsync(defended, "%22ES384%22", "%22HS384%22");

    // A town that does not look at a part of the token is one for which that part reads as it should.
    private static Task<AttackEnd> RewrittenTokenAsync(bool defended, string honest, string changed)
    {
        var world = new RoadWorld(Citizen.Citizen)
        {
            TownWithout = (null, defended ? null : town => town.Use(async (context, next) =>
            {
                using var reader = new StreamReader(context.Request.Body);
                var body = Encoding.ASCII.GetBytes((await reader.ReadToEndAsync(context.RequestAborted)).Replace(changed, honest, StringComparison.Ordinal));
                (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(body), body.Length);
                await next(context);
            }), null),
        };
        return PlayAsync(world, defended, async () =>
        {
            var (challenge, fields) = await SignedAsync(world);
            var (from, to) = (Uri.UnescapeDataString(honest), Uri.UnescapeDataString(changed));
            var token = fields.Single(field => field.Key == "token");
            Assert.Contains(from, token.Value, StringComparison.Ordinal);
            return await challenge.PostAsync(world, [.. fields.Where(field => field.Key != "token"), new("token", token.Value.Replace(from, to, StringComparison.Ordinal))]);
        });
    }

    private static MemoryUsedChallengeStore Memory(IServiceProvider provider) => new(provider.GetRequiredService<TimeProvider>());

    private static string Asked(Uri address, string parameter) => QueryHelpers.ParseQuery(address.Query)[parameter].ToString();

    private static async Task<(Challenge Challenge, IReadOnlyList<KeyValuePair<string, string>> Fields)> SignedAsync(RoadWorld world)
    {
        var challenge = await Challenge.StartAsync(world);
        using var citizen = new LoopbackBrowser();
        return (challenge, (await world.SignAsync(citizen, challenge.AgentAddress)).Fields);
    }

    private static async Task<AttackEnd> PlayAsync(RoadWorld world, bool defended, Func<Task<AttackAnswer>> attack)
    {
        await using var mine = world;
        await world.InitializeAsync();
        var end = End(await attack());
        Assert.Empty(world.Log.Lines.SelectMany(line => CanarySearch.In(line, Citizen.Canaries).Select(find => $"{find}: {line}")));
        Assert.Empty(CanarySearch.InFolder(world.Folder, Citizen.Canaries));
        if (defended)
        {
            Assert.Equal("/me", (await world.LogInAsync()).Address.PathAndQuery);
        }

        Assert.Equal(3, world.Card.TriesLeft);
        return end;
    }

    private static AttackEnd End(AttackAnswer answer) => new(
        answer.Location == "/me",
        $"{answer.Status} {(Code().Match($"{answer.Location} {answer.Body}") is { Success: true } code ? code.Groups[1].Value : "none")}");

    [GeneratedRegex("(?:[?&]eid=|<code>)([a-z_]+)")]
    private static partial Regex Code();

    [GeneratedRegex("SERIALNUMBER=([0-9]+)")]
    private static partial Regex Subject();
}
