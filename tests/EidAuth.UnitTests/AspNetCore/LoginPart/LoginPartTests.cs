using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using EidAuth.Testing.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.LoginPart;

/// <summary>What the part says on a page of a site.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class LoginPartTests
{
    private const string Hostile = "\"'><script>alert(1)</script>&\u202E";

    private static readonly EidLoginPartSettings WithPassword = new() { PasswordAction = "/login" };

    public static TheoryData<string> Languages => ["nl", "fr", "de", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Both_ways_and_the_help_stand_there_in_each_language(string language)
    {
        var texts = Texts(language);

        var part = await RenderAsync(WithPassword with { Language = language });

        Assert.StartsWith("<link rel=\"stylesheet\" href=\"/login/eid/part.css?v=", part, StringComparison.Ordinal);
        Assert.Contains($"<div class=\"eid-part\" lang=\"{language}\">", part);
        var plain = WebUtility.HtmlDecode(part);
        Assert.All(
            [
                texts.CardTitle, texts.CardStepReader, texts.CardStepClick, texts.CardStepPin, texts.PasswordTitle, texts.PasswordLead, texts.HelpTitle, texts.HelpNoAgent,
                texts.HelpNoAgentText, texts.HelpNothing, texts.HelpNothingText, texts.HelpCard, texts.HelpCardText,
            ],
            text => Assert.Contains($">{text}<", plain));
        Assert.Contains($"<a class=\"eid-button\" id=\"eid-login\" href=\"/login/eid\" rel=\"nofollow\">{texts.CardLink}</a>", plain);
        Assert.Contains($"<label for=\"user\">{texts.UserName}</label>", plain);
        Assert.Contains($"<label for=\"password\">{texts.Password}</label>", plain);
        Assert.Contains($"<button class=\"eid-button eid-button-plain\">{texts.PasswordButton}</button>", plain);
        Assert.DoesNotContain("id=\"problem\"", part);
        Assert.DoesNotContain("id=\"refusal\"", part);
        Assert.DoesNotContain("eid-other", part);
        Assert.DoesNotContain("eid-agent", part);
    }

    [Fact]
    public void Each_language_says_everything_in_its_own_words()
    {
        var all = Languages.Select(language => Texts(language)).ToArray();
        foreach (var text in typeof(EidLoginTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var said = all.Select(texts => (string)text.GetValue(texts)!).ToArray();
            Assert.All(said, one => Assert.False(string.IsNullOrWhiteSpace(one), $"{text.Name} is missing in a language"));
            Assert.True(said.Distinct().Count() == 4, $"{text.Name}: {string.Join(" | ", said)}");
        }

        Assert.All(all, texts => Assert.Contains("{0}", texts.OtherButton));
    }

    [Theory]
    [InlineData("fr-BE,nl;q=0.5", "fr")]
    [InlineData("pt,de;q=0.5", "de")]
    [InlineData("pt", "en")]
    public async Task The_browsers_language_is_spoken_where_the_site_says_nothing(string accepted, string spoken)
    {
        var part = await RenderAsync(null, request: request => request.Headers.Add("Accept-Language", accepted));

        Assert.Contains($"lang=\"{spoken}\"", part);
    }

    [Fact]
    public async Task Without_passwords_there_is_no_form_and_no_cookie_is_set()
    {
        var (part, response) = await AskAsync(new EidLoginPartSettings());

        Assert.DoesNotContain("<form", part);
        Assert.DoesNotContain("<input", part);
        Assert.False(response.Headers.Contains("Set-Cookie"));
        Assert.Contains("id=\"eid-login\"", part);
    }

    [Fact]
    public async Task The_passwords_form_carries_a_token_that_the_site_takes()
    {
        await using var town = await StartAsync(WithPassword);
        var browser = town.NewBrowser();
        var part = await TextAsync(await browser.GetAsync("/part"));
        var token = Regex.Match(part, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

        var with = await browser.PostAsync([KeyValuePair.Create("__RequestVerificationToken", token)], origin: null, path: "/login");
        var without = await browser.PostAsync([KeyValuePair.Create("UserName", "alex")], origin: null, path: "/login");

        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
    }

    [Fact]
    public async Task A_problem_is_tied_to_both_fields_and_typing_goes_on_in_the_empty_one()
    {
        var part = await RenderAsync(WithPassword with { UserName = "alex", Problem = "Wrong." });

        Assert.Contains("<p class=\"eid-problem\" id=\"problem\" role=\"alert\">Wrong.</p>", part);
        Assert.Matches("id=\"user\"[^>]* value=\"alex\"[^>]* aria-describedby=\"problem\" aria-invalid=\"true\">", part);
        Assert.Matches("id=\"password\"[^>]* aria-describedby=\"problem\" aria-invalid=\"true\" autofocus>", part);
        Assert.DoesNotMatch("id=\"password\"[^>]* value=", part);
        Assert.Matches("id=\"user\"[^>]* autofocus>", await RenderAsync(WithPassword with { Problem = "Wrong." }));
    }

    [Fact]
    public async Task Hostile_text_in_any_parameter_is_text()
    {
        var part = await RenderAsync(
            new EidLoginPartSettings
            {
                ReturnUrl = "/me?x=" + Hostile.Replace("\u202E", "", StringComparison.Ordinal),
                PasswordAction = "/login\"><b>",
                UserNameField = Hostile,
                PasswordField = Hostile,
                UserName = Hostile,
                Problem = Hostile,
                Language = Hostile,
            },
            services => services.Configure<EidLoginPartOptions>(options =>
            {
                options.AgentDownload = new Uri("https://eid.example/?a=\"><b>&c");
                options.Texts = options.Texts with { English = Everything(Hostile) };
            }),
            fakeName: Hostile,
            path: "/part?eid=" + Uri.EscapeDataString(Hostile));

        Assert.DoesNotContain("<script", part, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", part);
        Assert.DoesNotContain("id=\"refusal\"", part);

        // Taken apart as a browser would: no attribute and no element beyond those of the part.
        Assert.All(Regex.Matches(part, "<([a-z0-9]+)((?: [a-z-]+(?:=\"[^\"<>]*\")?)*)/?>|</[a-z0-9]+>|<[^>]*>").Select(tag => tag.Value), tag =>
            Assert.Matches("^(<([a-z0-9]+)(( [a-zA-Z-]+)(=\"[^\"<>]*\")?)*/?>|</[a-z0-9]+>)$", tag));
        Assert.DoesNotMatch("<[^>]* on[a-z]+=", part);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_return_address_elsewhere_counts_as_none(string returnUrl)
    {
        var part = await RenderAsync(WithPassword with { ReturnUrl = returnUrl });
        var asked = await RenderAsync(WithPassword, path: "/part?ReturnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Contains("href=\"/login/eid\"", part);
        Assert.Contains("action=\"/login\"", part);
        Assert.Contains("href=\"/login/eid\"", asked);
        Assert.Contains("action=\"/login\"", asked);
    }

    [Fact]
    public async Task The_wanted_address_goes_along_every_way()
    {
        var provider = "action=\"/login/eid/other/Fake?returnUrl=%2Fforms%3Fa%3D1\"";

        foreach (var part in new[]
        {
            await RenderAsync(WithPassword with { ReturnUrl = "/forms?a=1" }, fakeName: "Fake provider"),
            await RenderAsync(WithPassword, fakeName: "Fake provider", path: "/part?ReturnUrl=%2Fforms%3Fa%3D1"),
        })
        {
            Assert.Contains("href=\"/login/eid?returnUrl=%2Fforms%3Fa%3D1\"", part);
            Assert.Contains("action=\"/login?ReturnUrl=%2Fforms%3Fa%3D1\"", part);
            Assert.Contains(provider, part);
        }
    }

    [Theory]
    [InlineData("https://evil.example/login")]
    [InlineData("//evil.example/login")]
    [InlineData("login")]
    public async Task Passwords_are_posted_to_this_site_alone(string action)
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => RenderAsync(new EidLoginPartSettings { PasswordAction = action }));

        Assert.Contains("write it as /login", refused.Message);
    }

    [Fact]
    public async Task A_site_below_a_path_links_below_it()
    {
        var part = await RenderAsync(new EidLoginPartSettings { PasswordAction = "~/login" }, pathBase: "/loket", path: "/loket/part");

        Assert.Contains("href=\"/loket/login/eid\"", part);
        Assert.Contains("action=\"/loket/login\"", part);
        Assert.Contains("href=\"/loket/login/eid/part.css?v=", part);
    }

    [Fact]
    public async Task Other_remote_schemes_with_a_name_are_further_ways_and_the_card_is_not_one_of_them()
    {
        var part = await RenderAsync(new EidLoginPartSettings { Language = "nl" }, fakeName: "Elders");

        Assert.Contains("Op een andere manier", part);
        Assert.Contains("<form method=\"post\" action=\"/login/eid/other/Fake\" class=\"eid-other\">", part);
        Assert.Contains(">Aanmelden met Elders</button>", part);
        Assert.Single(Regex.Matches(part, "class=\"eid-other\""));
        Assert.DoesNotContain("eid-other", await RenderAsync(new EidLoginPartSettings(), fakeName: ""));
        Assert.DoesNotContain("eid-other", await RenderAsync(
            new EidLoginPartSettings(), services => services.Configure<EidLoginPartOptions>(options => options.ShowsOtherSchemes = false), fakeName: "Elders"));
    }

    [Fact]
    public async Task A_refusal_says_what_happened_and_leads_on_only_where_another_way_is()
    {
        var alone = await RenderAsync(new EidLoginPartSettings { Language = "en" }, path: "/part?eid=ocsp_unavailable");
        var beside = await RenderAsync(WithPassword with { Language = "en" }, path: "/part?eid=ocsp_unavailable");
        var stopped = await RenderAsync(WithPassword with { Language = "en" }, path: "/part?eid=user_cancelled");

        Assert.Contains("<section class=\"eid-refusal eid-refusal-later\" id=\"refusal\" role=\"alert\" aria-labelledby=\"refusal-heading\">", alone);
        Assert.Contains("<code id=\"refusal-code\">ocsp_unavailable</code>", alone);
        Assert.DoesNotContain("Or log in another way.", alone);
        Assert.Contains("Or log in another way.", beside);
        Assert.DoesNotContain("Or log in another way.", stopped);
        Assert.True(alone.IndexOf("id=\"refusal\"", StringComparison.Ordinal) < alone.IndexOf("id=\"eid-login\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_town_puts_in_its_own_words_level_and_markup()
    {
        var part = await RenderAsync(
            WithPassword with { HeadingLevel = 3, BelowPassword = new HtmlString("<a href=\"/register\">Register</a>"), LinksStyleSheet = false, Language = "nl" },
            services => services.Configure<EidLoginPartOptions>(options =>
            {
                options.AgentDownload = new Uri("https://eid.example/get");
                options.Texts = options.Texts with { Dutch = options.Texts.Dutch with { CardTitle = "Met de kaart" } };
            }));

        Assert.StartsWith("<div class=\"eid-part\"", part, StringComparison.Ordinal);
        Assert.Contains("<h3 class=\"eid-heading\" id=\"eid-by-card\">Met de kaart</h3>", part);
        Assert.DoesNotContain("<h2", part);
        Assert.Contains("<div class=\"eid-below-password\"><a href=\"/register\">Register</a></div></section>", part);
        Assert.Contains("<a href=\"https://eid.example/get\" id=\"eid-agent\"", part);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public Task A_heading_is_of_level_2_to_5(int level) => Assert.ThrowsAsync<ArgumentException>(() => RenderAsync(new EidLoginPartSettings { HeadingLevel = level }));

    [Fact]
    public Task The_eid_program_comes_over_https() => Assert.ThrowsAsync<InvalidOperationException>(() => RenderAsync(
        new EidLoginPartSettings(), services => services.Configure<EidLoginPartOptions>(options => options.AgentDownload = new Uri("http://eid.example/get"))));

    [Fact]
    public async Task Without_its_endpoints_the_part_says_what_to_write()
    {
        await using var town = await Town.StartAsync(endpoints: app => app.MapGet("/part", async (HttpContext context) => (await EidLoginPart.RenderAsync(context)).Value));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => town.NewBrowser().GetAsync("/part"));

        Assert.Contains("app.MapBelgianEidLogin()", refused.Message);
    }

    [Fact]
    public async Task The_tag_helper_says_the_same_as_the_method_and_takes_empty_for_nothing()
    {
        await using var town = await Town.StartAsync(endpoints: app =>
        {
            app.MapBelgianEidLogin();
            app.MapGet("/tag", async (HttpContext context) =>
            {
                var helper = new EidLoginTagHelper
                {
                    ViewContext = new ViewContext { HttpContext = context }, ReturnUrl = "", PasswordAction = "/login", Problem = "", UserName = "", Language = "de",
                };
                var output = new TagHelperOutput("eid-login", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent("<i>x</i>")));
                await helper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
                return output.TagName + output.Content.GetContent();
            });
            app.MapGet("/part", async (HttpContext context) => (await EidLoginPart.RenderAsync(context, WithPassword with { Language = "de", BelowPassword = new HtmlString("<i>x</i>") })).Value);
        });

        var byTag = await TextAsync(await town.NewBrowser().GetAsync("/tag"));
        var byMethod = await TextAsync(await town.NewBrowser().GetAsync("/part"));

        Assert.Equal(WithoutToken(byMethod), WithoutToken(byTag));
        Assert.DoesNotContain("id=\"problem\"", byTag);
    }

    internal static EidLoginTexts Texts(string language) => language switch
    {
        "nl" => EidLoginTexts.Dutch,
        "fr" => EidLoginTexts.French,
        "de" => EidLoginTexts.German,
        _ => EidLoginTexts.English,
    };

    private static string WithoutToken(string part) => Regex.Replace(part, "value=\"CfDJ[^\"]*\"", "");

    private static EidLoginTexts Everything(string text)
    {
        var texts = EidLoginTexts.English with { };
        foreach (var property in typeof(EidLoginTexts).GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            property.SetValue(texts, property.Name == nameof(EidLoginTexts.Tag) ? "en" : text);
        }

        return texts;
    }

    private static Task<Town> StartAsync(
        EidLoginPartSettings? settings, Action<IServiceCollection>? services = null, string? fakeName = null, string? pathBase = null) =>
        Town.StartAsync(
            pathBase: pathBase,
            services: collection =>
            {
                if (fakeName is not null)
                {
                    new AuthenticationBuilder(collection).AddFakeOidc(new FakeProvider(), fakeName);
                }

                services?.Invoke(collection);
            },
            endpoints: app =>
            {
                app.UseAntiforgery();
                app.MapBelgianEidLogin();
                app.MapGet("/part", async (HttpContext context) => (await EidLoginPart.RenderAsync(context, settings)).Value);
                app.MapPost("/login", ([Microsoft.AspNetCore.Mvc.FromForm] string? userName) => userName ?? "");
            });

    private static async Task<string> RenderAsync(
        EidLoginPartSettings? settings,
        Action<IServiceCollection>? services = null,
        string? fakeName = null,
        string? pathBase = null,
        string path = "/part",
        Action<HttpRequestMessage>? request = null) => (await AskAsync(settings, services, fakeName, pathBase, path, request)).Part;

    private static async Task<(string Part, HttpResponseMessage Response)> AskAsync(
        EidLoginPartSettings? settings,
        Action<IServiceCollection>? services = null,
        string? fakeName = null,
        string? pathBase = null,
        string path = "/part",
        Action<HttpRequestMessage>? request = null)
    {
        await using var town = await StartAsync(settings, services, fakeName, pathBase);
        using var message = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri("https://loket.example.be"), path));
        request?.Invoke(message);
        var response = await town.NewBrowser().SendAsync(message);
        return (await TextAsync(response), response);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
