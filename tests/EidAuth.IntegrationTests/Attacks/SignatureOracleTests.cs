using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using EidAgent.Pages;
using EidAuth.Login;
using EidAuth.PcSc;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.UnitTests.Agent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>
/// No input yields a signature over bytes that a caller chose: thousands of requests of every method to every address, with every field, from a program that passes every
/// check of the port, before a person who agrees to all and types the PIN into any window. What the card is given to sign is H(H(origin) ‖ H(nonce)) of a login that was
/// agreed to, and nothing else.
/// </summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class SignatureOracleTests(ITestOutputHelper output)
{
    private const int Requests = 1500;
    private const int Seed = 20261122;

    private static readonly string[] Methods = ["GET", "GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "SIGN"];
    private static readonly string[] Words =
        ["hash", "digest", "data", "tbs", "toSign", "sign", "nonce", "origin", "return_to", "state", "fields", "v", "lang", "end", "pin", "key", "algorithm", "page_token", "identity"];

    [Fact]
    public async Task Every_signature_is_of_a_login_that_was_agreed_to()
    {
        var seen = await FuzzAsync(compose: null);

        output.WriteLine($"{Requests} requests, {seen.Agreed.Count} logins agreed to, {seen.Signed.Count} signatures, {seen.Answers.Count} kinds of answer: {string.Join(", ", seen.Answers)}");
        Assert.Empty(Foreign(seen));
        Assert.NotEmpty(seen.Signed);
        Assert.True(seen.Signed.Count <= seen.Agreed.Count);
        Assert.Equal(seen.Signed.Count, seen.Signed.Distinct().Count());
        Figures.Add("signature oracle, requests", Requests);
        Figures.Add("signature oracle, signatures, each of a login agreed to", seen.Signed.Count);
    }

    [Fact]
    public async Task An_agent_with_an_oracle_is_found_out()
    {
        var seen = await FuzzAsync(services => services.AddTransient<IStartupFilter>(provider => new Oracle(provider.GetRequiredService<IResourceManager>())));

        Assert.NotEmpty(Foreign(seen));
    }

    private static IEnumerable<string> Foreign(Seen seen) => seen.Signed.Except(seen.Agreed);

    private static async Task<Seen> FuzzAsync(Action<IServiceCollection>? compose)
    {
        var dice = new Random(Seed);
        var seen = new Seen([], [], new SortedSet<int>());
        await using var agent = await RunningAgent.StartAsync(prompt: new TypingPrompt(), compose: compose);
        var card = agent.IssueCard();
        agent.Reader.Insert(card);
        AgentPage? consent = null;
        LoginRequest? asked = null;
        for (var i = 0; i < Requests; i++)
        {
            if (consent is null || dice.Next(12) == 0)
            {
                (asked, consent) = await AskAsync(agent, dice);
            }

            var chosen = RandomNumber(dice, 48);
            var method = Methods[dice.Next(Methods.Length)];
            var address = Address(dice, consent, chosen);
            var fields = Fields(dice, consent, chosen);
            if (method == "POST" && address == consent.FindForm("continue")?.Action && fields.Contains($"page_token={consent.Form("continue").Fields["page_token"]}", StringComparison.Ordinal))
            {
                seen.Agreed.Add(Digest(asked!));
            }

            agent.Browser.Reading();
            var answer = await agent.Browser.SendAsync(new HttpMethod(method), address, Content(dice, method, fields, chosen), Headers(dice, agent, method));
            seen.Answers.Add((int)answer.Status);
            if (answer.Status == HttpStatusCode.SeeOther && method == "POST")
            {
                await SettleAsync(agent, answer.Location!);
                consent = null;
            }
        }

        // Whatever was begun comes to its end before the card is looked at.
        await agent.StopAsync();
        Collect(card, seen.Signed);
        return seen;
    }

    private static async Task<(LoginRequest Asked, AgentPage Consent)> AskAsync(RunningAgent agent, Random dice)
    {
        Assert.True(ReturnAddress.TryParse($"https://{Name(dice)}.be/signin-eid", out var returnTo));
        var asked = LoginRequest.Create(Convert.ToBase64String(RandomNumber(dice, 32)), returnTo!, RunningAgent.State, "en");
        return (asked, await agent.UntilFreeAsync(await agent.Browser.OpenAsync(asked.ToAgentAddress().PathAndQuery)));
    }

    private static string Address(Random dice, AgentPage consent, byte[] chosen) => dice.Next(8) switch
    {
        0 => "/" + Words[dice.Next(Words.Length)],
        1 => $"/{Words[dice.Next(Words.Length)]}/{Convert.ToHexString(chosen)}",
        2 => $"{LoginPaths.Ask}?v=1&{Words[dice.Next(Words.Length)]}={Uri.EscapeDataString(Convert.ToBase64String(chosen))}",
        3 => $"{consent.LoginAt}/{Words[dice.Next(Words.Length)]}",
        4 => $"{consent.LoginAt}?{Words[dice.Next(Words.Length)]}={Convert.ToHexString(chosen)}",
        5 => $"{consent.ChangesAt}?after=0&{Words[dice.Next(Words.Length)]}={Convert.ToHexString(chosen)}",
        _ => consent.FindForm("continue")?.Action ?? consent.LoginAt,
    };

    private static string Fields(Random dice, AgentPage consent, byte[] chosen)
    {
        var fields = Enumerable.Range(0, dice.Next(3)).Select(_ => $"{Words[dice.Next(Words.Length)]}={(dice.Next(2) == 0 ? Convert.ToHexString(chosen) : Uri.EscapeDataString(Convert.ToBase64String(chosen)))}");
        return string.Join('&', dice.Next(4) == 0 || consent.FindForm("continue") is not { } form ? fields : fields.Prepend($"page_token={form.Fields["page_token"]}"));
    }

    private static HttpContent? Content(Random dice, string method, string fields, byte[] chosen)
    {
        if (method is "GET" or "TRACE")
        {
            return null;
        }

        switch (dice.Next(6))
        {
            case 0:
                return new StringContent($$"""{"hash":"{{Convert.ToHexString(chosen)}}","pin":"1234"}""", Encoding.UTF8, "application/json");
            case 1:
                return new ByteArrayContent(chosen);
            default:
                var form = new StringContent(fields, Encoding.ASCII);
                form.Headers.ContentType = new("application/x-www-form-urlencoded");
                return form;
        }
    }

    // Most pass every check of the port: what stands behind it is what is tried here.
    private static IEnumerable<(string Name, string? Value)> Headers(Random dice, RunningAgent agent, string method)
    {
        var ownFetch = method == "GET" && dice.Next(3) == 0;
        return
        [
            ("Sec-Fetch-Site", dice.Next(20) == 0 ? "cross-site" : "same-origin"), ("Sec-Fetch-Mode", ownFetch ? "same-origin" : "navigate"),
            ("Sec-Fetch-Dest", ownFetch ? "empty" : "document"), ("Origin", agent.Browser.Agent.GetLeftPart(UriPartial.Authority)),
        ];
    }

    private static async Task SettleAsync(RunningAgent agent, string address)
    {
        var page = await agent.Browser.OpenAsync(address, ("Sec-Fetch-Site", "same-origin"));
        if (page.FindForm("continue") is null && page.FindForm("stop-other") is null)
        {
            await agent.UntilEndAsync(page);
        }
    }

    private static void Collect(SimulatedCard card, List<string> signed) => signed.AddRange(
        card.Transcript.Where(command => command.StartsWith("002A", StringComparison.Ordinal)).Select(command => command.Substring(10, 96)));

    private static string Digest(LoginRequest asked) =>
        Convert.ToHexString(new LoginMessage(asked.ReturnTo.Origin, asked.Nonce).Digest(HashAlgorithmName.SHA384));

    // Long enough that none resembles another, of which its person would be warned.
    private static string Name(Random dice) => string.Concat(Enumerable.Range(0, 20).Select(_ => "bcdfghjkmpqrtvwxz"[dice.Next(17)]));

    private static byte[] RandomNumber(Random dice, int length)
    {
        var bytes = new byte[length];
        dice.NextBytes(bytes);
        return bytes;
    }

    private sealed record Seen(List<string> Agreed, List<string> Signed, SortedSet<int> Answers);

    // POST /sign/HEX: what a careless interface would be.
    private sealed class Oracle(IResourceManager readers) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) => context.Request.Path.StartsWithSegments("/sign", out var hex) && hex.Value is { Length: 97 } ? SignAsync(context, hex.Value[1..]) : rest(context));
            next(app);
        };

        private Task SignAsync(HttpContext context, string hex)
        {
            var reader = readers.ListReaders()[0].Name;
            using var handle = readers.Connect(reader);
            var response = new byte[258];
            string[] commands =
            [
                "00A4040C0FA00000003029057000AD13100101FF", "002241B6050480028482", "002000010824" + "1234FFFFFFFFFF", $"002A9E9A30{hex}",
            ];
            foreach (var command in commands)
            {
                handle.Transmit(Convert.FromHexString(command), response);
            }

            context.Response.StatusCode = StatusCodes.Status200OK;
            return Task.CompletedTask;
        }
    }
}
