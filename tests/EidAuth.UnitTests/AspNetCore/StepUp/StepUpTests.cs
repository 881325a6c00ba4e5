using System.Net;
using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.StepUp;

/// <summary>Pages that want a fresh card login, with real cards and the real scheme behind them.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class StepUpTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_fresh_card_login_passes_and_an_old_one_is_proven_again_and_comes_back()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(TimeSpan.FromMinutes(10));
        Assert.Equal("deed", await TextAsync(await browser.GetAsync("/deed?for=me")));

        site.Clock.Advance(TimeSpan.FromSeconds(1));
        var start = await browser.GetAsync("/deed?for=me");
        Assert.Equal("/deed?for=me", await site.ProveAsync(browser, start));

        var deed = await browser.GetAsync("/deed?for=me");
        Assert.Equal("deed", await TextAsync(deed));
        Assert.DoesNotContain("__Host-step-up", browser.Cookies.Keys);
        Assert.Contains("A page wants a fresh login", site.Town.Log.Text);
    }

    [Fact]
    public async Task Another_citizens_card_does_not_step_up_and_does_not_log_in_instead()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        var before = await TextAsync(await browser.GetAsync("/me"));

        var end = await site.ProveAsync(browser, await browser.GetAsync("/deed"), "adult-17");

        Assert.Equal("/login?eid=another_person&ReturnUrl=%2Fdeed", end);
        Assert.Equal(before, await TextAsync(await browser.GetAsync("/me")));
    }

    [Fact]
    public async Task Whoever_is_not_logged_in_logs_in_with_the_card_and_is_there()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = site.NewBrowser();

        Assert.Equal("/deed", await site.ProveAsync(browser, await browser.GetAsync("/deed")));

        Assert.Equal("deed", await TextAsync(await browser.GetAsync("/deed")));
    }

    [Fact]
    public async Task A_password_is_no_card_whatever_the_age()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = site.NewBrowser();
        await browser.GetAsync("/password");

        var start = await browser.GetAsync("/any");

        Assert.Equal("/any", await site.ProveAsync(browser, start));
        Assert.Equal("any", await TextAsync(await browser.GetAsync("/any")));
    }

    [Fact]
    public async Task A_page_that_nobody_can_be_fresh_enough_for_answers_403_and_does_not_ask_forever()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        Assert.Equal("/never", await site.ProveAsync(browser, await browser.GetAsync("/never")));
        site.Clock.Advance(TimeSpan.FromSeconds(1));

        var answer = await browser.GetAsync("/never");

        Assert.Equal("/Account/AccessDenied", answer.Headers.Location!.AbsolutePath);
        Assert.Contains("A page wants more than a login just made can give", site.Town.Log.Text);
    }

    [Fact]
    public async Task Who_gave_up_at_the_card_is_asked_again()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        await browser.GetAsync("/deed");
        site.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("127.0.0.1", (await browser.GetAsync("/deed")).Headers.Location!.Host);
    }

    [Fact]
    public async Task A_page_sent_to_the_card_says_nothing_about_another_page()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        Assert.Equal("/never", await site.ProveAsync(browser, await browser.GetAsync("/never")));
        site.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.Equal("127.0.0.1", (await browser.GetAsync("/deed")).Headers.Location!.Host);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("99999999999999999999.x")]
    [InlineData("9223372036854775807.x")]
    [InlineData(".")]
    public async Task What_somebody_wrote_into_the_cookie_changes_nothing(string value)
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        browser.Cookies["__Host-step-up"] = value;

        Assert.Equal("127.0.0.1", (await browser.GetAsync("/deed")).Headers.Location!.Host);
    }

    [Fact]
    public async Task A_form_comes_back_to_its_own_page_and_leaves_what_was_typed_behind()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);

        var start = await browser.PostAsync([KeyValuePair.Create("street", "Stationsstraat-Geheim")], origin: null, path: "/deed?for=me&handler=Send");

        Assert.DoesNotContain("Geheim", start.Headers.ToString());
        Assert.Equal("/deed?for=me", await site.ProveAsync(browser, start));
        Assert.Equal("deed", await TextAsync(await browser.GetAsync("/deed?for=me")));
    }

    [Fact]
    public async Task A_page_that_keeps_a_draft_asks_by_itself_and_comes_back_to_the_draft()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);

        var end = await site.ProveAsync(browser, await browser.PostAsync([], origin: null, path: "/form"));

        Assert.Equal("/form?draft=7", end);
        Assert.Equal("draft", await TextAsync(await browser.GetAsync(end)));
        Assert.Equal("sent", await TextAsync(await browser.PostAsync([], origin: null, path: "/form")));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("")]
    public void A_step_up_comes_back_to_this_site(string returnUrl) =>
        Assert.Throws<ArgumentException>(() => EidStepUp.Challenge(new DefaultHttpContext(), returnUrl));

    [Fact]
    public async Task Where_something_else_is_missing_too_the_card_would_not_help()
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);

        Assert.Equal("/Account/AccessDenied", (await browser.GetAsync("/officer")).Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("cors")]
    [InlineData("no-cors")]
    public async Task What_a_script_asks_for_is_not_sent_to_a_card(string mode)
    {
        await using var site = await StepUpSite.StartAsync();
        var browser = await site.LogInAsync(Hour);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(StepUpSite.Address + "/deed"));
        request.Headers.Add("Sec-Fetch-Mode", mode);

        Assert.NotEqual("127.0.0.1", (await browser.SendAsync(request)).Headers.Location?.Host);
    }

    [Fact]
    public async Task A_site_with_accounts_names_its_session_and_its_page()
    {
        await using var site = await StepUpSite.StartAsync(services =>
        {
            services.Configure<EidStepUpOptions>(step => step.SessionOf = context => Task.FromResult(context.User.FindFirst("sub")?.Value is { } sub ? "session-of-" + sub : null));
            services.Configure<EidLoginPartOptions>(part => part.LandingPath = "/card");
            services.Configure<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme, options => options.SignInScheme = "External");
            new AuthenticationBuilder(services).AddCookie("External");
        });
        var browser = site.NewBrowser();
        await browser.GetAsync("/password");

        var end = await site.ProveAsync(browser, await browser.GetAsync("/deed?for=me"));

        Assert.Equal("/card?returnUrl=%2Fdeed%3Ffor%3Dme", end);
        var ticket = await TicketAsync(site, browser);
        Assert.Equal("session-of-alex", ticket!.Purpose.Session);
    }

    [Fact]
    public async Task The_handler_that_the_site_had_before_decides_the_rest()
    {
        await using var site = await StepUpSite.StartAsync(services => services.Insert(
            services.IndexOf(services.Last(service => service.ServiceType == typeof(IAuthorizationMiddlewareResultHandler))),
            ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, Teapot>()));
        var browser = site.NewBrowser();

        Assert.Equal((HttpStatusCode)418, (await browser.GetAsync("/me")).StatusCode);
        Assert.Equal("127.0.0.1", (await browser.GetAsync("/deed")).Headers.Location!.Host);
        Assert.DoesNotContain("registered after AddBelgianEid", site.Town.Log.Text);
    }

    [Fact]
    public async Task A_handler_that_comes_after_is_told_of_in_the_log_and_nobody_passes_by_it()
    {
        await using var site = await StepUpSite.StartAsync(services => services.AddScoped<IAuthorizationMiddlewareResultHandler, Teapot>());

        Assert.Equal((HttpStatusCode)418, (await site.NewBrowser().GetAsync("/deed")).StatusCode);
        Assert.Contains("registered after AddBelgianEid", site.Town.Log.Text);
    }

    private static async Task<EidTicket?> TicketAsync(StepUpSite site, Browser browser)
    {
        await using var scope = site.Town.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Cookie = string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        return EidTicket.Of(await context.AuthenticateAsync("External"));
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>A site's own way to say no.</summary>
    private sealed class Teapot : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            context.Response.StatusCode = 418;
            return Task.CompletedTask;
        }
    }
}
