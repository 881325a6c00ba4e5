using System.Globalization;
using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The table "Attacks on the site" of docs/failure-codes.md, each row run with a real token: status, code and page are those of the row.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class SiteAttackTests : IAsyncLifetime
{
    private const string Site = "https://localhost";

    private readonly ManualTimeProvider clock = new();
    private readonly EphemeralDataProtectionProvider protection = new(Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance);
    private TestCards cards = null!;
    private Town town = null!;

    public static TheoryData<string, string, string, string> Rows =>
        new(FailureCodesPage.Rows("Attacks on the site").Select(row => (row[0], row[1], row[2].Trim('`'), row[3])));

    public async ValueTask InitializeAsync()
    {
        cards = await TestCards.StartAsync(clock);
        town = await StartTownAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await town.DisposeAsync();
        await cards.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_ends_as_its_row_says(string attack, string status, string code, string page)
    {
        var response = await RunAsync(attack);

        Assert.Equal(status, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var address = response.Headers.Location?.OriginalString;
        switch (page)
        {
            case "login page":
                Answer.LeadsToLoginPage(response, code);
                Assert.Empty(body);
                break;
            case "plain page":
                Assert.Null(address);
                Assert.Contains($"<code>{code}</code>", body, StringComparison.Ordinal);
                break;
            default:
                Assert.Equal("none", code);
                Assert.Equal(page == "the site's root" ? "/" : "/me", address);
                break;
        }

        if (page is "login page" or "plain page")
        {
            Assert.DoesNotContain(Browser.SetCookies(response), cookie => cookie.Name.ToString() == ".AspNetCore.Cookies" && cookie.Value.Length > 0);
        }

        var honest = town.NewBrowser(Site);
        var attempt = await honest.StartLoginAsync();
        Assert.Equal("/me", (await PostTokenAsync(honest, attempt, Site, attempt.Nonce)).Headers.Location!.OriginalString);
    }

    private async Task<HttpResponseMessage> RunAsync(string attack)
    {
        var victim = town.NewBrowser(Site);
        var attempt = await victim.StartLoginAsync();
        var fields = Fields(attempt, Site, attempt.Nonce);
        var attacker = town.NewBrowser(Site);
        switch (attack)
        {
            case "token for another origin":
                return await PostTokenAsync(victim, attempt, "https://evil.example", attempt.Nonce);
            case "token for another challenge":
                return await PostTokenAsync(victim, attempt, Site, Convert.ToBase64String(new byte[32]));
            case "same token twice":
                attacker.Cookies[attempt.CookieName] = victim.Cookies[attempt.CookieName];
                await victim.PostAsync(fields);
                return await attacker.PostAsync(fields);
            case "same token twice, across a restart":
                attacker.Cookies[attempt.CookieName] = victim.Cookies[attempt.CookieName];
                await victim.PostAsync(fields);
                await town.DisposeAsync();
                clock.Advance(TimeSpan.FromSeconds(1));
                town = await StartTownAsync();
                var after = town.NewBrowser(Site);
                after.Cookies[attempt.CookieName] = attacker.Cookies[attempt.CookieName];
                return await after.PostAsync(fields);
            case "missing cookie":
                victim.Cookies.Clear();
                return await victim.PostAsync(fields);
            case "cookie planted from a sibling subdomain":
                // What the browser lets a sibling set: any name without the prefix, or one that differs from it in case.
                var own = await attacker.StartLoginAsync();
                victim.Cookies["__HOST-eid-" + own.State] = attacker.Cookies[own.CookieName];
                victim.Cookies["eid-" + own.State] = attacker.Cookies[own.CookieName];
                return await PostTokenAsync(victim, own, Site, own.Nonce);
            case "cookie of another attempt":
                var other = await attacker.StartLoginAsync();
                victim.Cookies[attempt.CookieName] = attacker.Cookies[other.CookieName];
                return await victim.PostAsync(fields);
            case "expired challenge":
                clock.Advance(TimeSpan.FromMinutes(5));
                return await victim.PostAsync(fields);
            case "`fields` widened in the URL":
                fields["identity"] = "<somebody's photo>";
                return await victim.PostAsync(fields);
            case "oversized form":
                fields["padding"] = new string('x', 48 * 1024);
                return await victim.PostAsync(fields);
            case "form posted by another page":
                return await victim.PostAsync(fields, "https://evil.example");
            case "field doubled":
                using (var content = new FormUrlEncodedContent([.. fields, new("token", "{}")]))
                {
                    return await victim.PostAsync(content);
                }

            case "challenge under a foreign host":
                return await town.NewBrowser("https://evil.example").GetAsync("/eid");
            case "return to another site":
                attempt = await victim.StartLoginAsync("/eid?to=https://evil.example/");
                return await PostTokenAsync(victim, attempt, Site, attempt.Nonce);
            default:
                throw new ArgumentException("No such attack: a row without a test.", nameof(attack));
        }
    }

    private Dictionary<string, string> Fields(Attempt attempt, string origin, string nonce)
    {
        var (token, chain) = cards.Sign(Citizen.All["adult-18"], origin, nonce);
        return attempt.WithToken(token, chain);
    }

    private Task<HttpResponseMessage> PostTokenAsync(Browser browser, Attempt attempt, string origin, string nonce) =>
        browser.PostAsync(Fields(attempt, origin, nonce));

    private Task<Town> StartTownAsync() => Town.StartAsync(
        options =>
        {
            options.Origins.Clear();
            options.Origins.Add(Site);
            options.Trust.UseTestAnchors(cards.AnchorsFolder);
        },
        clock,
        // A restart keeps the keys: what it forgets is which challenges were used.
        services: services => services.AddSingleton<IDataProtectionProvider>(protection));
}
