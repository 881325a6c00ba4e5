using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>What a site wrote for its cookie's events goes on to run, and sees the person instead of the key.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class SiteEventsTests
{
    [Fact]
    public async Task The_site_judges_the_persons_own_principal()
    {
        string? judged = null;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = context =>
        {
            judged = $"{context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)}; {context.Properties.Items["typed"]}";
            return Task.CompletedTask;
        });
        await SessionSite.AskAsync(await site.LogInAsync("anna"));
        Assert.Equal("anna; street and number", judged);
    }

    [Fact]
    public async Task An_ended_session_is_not_judged()
    {
        var judged = 0;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = _ => Task.FromResult(++judged));
        var browser = await site.LogInAsync("anna");
        site.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal("nobody", await SessionSite.AskAsync(browser));
        Assert.Equal(0, judged);
    }

    // As SecurityStampValidator does it: reject, and sign out while the handler is still authenticating.
    [Fact]
    public async Task A_principal_that_the_site_rejects_and_signs_out_is_gone_in_every_copy()
    {
        var reject = true;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = async context =>
        {
            if (reject)
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
            }
        });
        var browser = await site.LogInAsync("anna");
        var copy = site.CopyOf(browser);
        Assert.Equal("nobody", await SessionSite.AskAsync(browser));
        reject = false;
        Assert.Equal("nobody", await SessionSite.AskAsync(copy));
    }

    [Fact]
    public async Task A_principal_that_the_site_renews_is_kept_on_the_server_and_still_says_how_the_person_logged_in()
    {
        var renew = true;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = context =>
        {
            if (renew)
            {
                context.ReplacePrincipal(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, "anna"), new(ClaimTypes.Role, "officer")], "password")));
                context.ShouldRenew = true;
            }

            return Task.CompletedTask;
        });
        var browser = await site.LogInAsync("anna");
        var cookie = browser.Cookies[SessionSite.Cookie];
        Assert.Equal("anna officer pwd; street and number", await SessionSite.AskAsync(browser));
        renew = false;
        Assert.Equal("anna officer pwd; street and number", await SessionSite.AskAsync(browser));
        Assert.Equal(cookie, browser.Cookies[SessionSite.Cookie]);
    }

    [Fact]
    public async Task A_renewal_is_dated_so_that_the_site_need_not_judge_again_at_each_request()
    {
        DateTimeOffset? issued = null;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = context =>
        {
            issued = context.Properties.IssuedUtc;
            context.ShouldRenew = true;
            return Task.CompletedTask;
        });
        var browser = await site.LogInAsync("anna");
        site.Clock.Advance(TimeSpan.FromMinutes(7));
        await SessionSite.AskAsync(browser);
        await SessionSite.AskAsync(browser);
        Assert.Equal(site.Clock.GetUtcNow(), issued);
    }

    [Fact]
    public async Task A_principal_that_the_site_changes_for_one_request_is_not_kept()
    {
        var change = true;
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnValidatePrincipal = context =>
        {
            if (change)
            {
                context.ReplacePrincipal(SessionSite.Person("anna", "today"));
            }

            return Task.CompletedTask;
        });
        var browser = await site.LogInAsync("anna");
        Assert.Equal("anna today; street and number", await SessionSite.AskAsync(browser));
        change = false;
        Assert.Equal("anna pwd; street and number", await SessionSite.AskAsync(browser));
    }

    [Fact]
    public async Task What_the_site_adds_while_signing_in_is_part_of_the_session()
    {
        await using var site = await SessionSite.StartAsync(cookie => cookie.Events.OnSigningIn = context =>
        {
            ((ClaimsIdentity)context.Principal!.Identity!).AddClaim(new Claim("desk", "3"));
            return Task.CompletedTask;
        });
        Assert.Equal("anna pwd 3; street and number", await SessionSite.AskAsync(await site.LogInAsync("anna")));
    }

    [Fact]
    public async Task Events_that_are_a_service_of_the_site_run_too()
    {
        await using var site = await SessionSite.StartAsync(
            cookie => cookie.EventsType = typeof(DeskEvents), services: services => services.AddScoped<DeskEvents>());
        Assert.Equal("anna desk; street and number", await SessionSite.AskAsync(await site.LogInAsync("anna")));
    }

    [Fact]
    public async Task Events_that_are_configured_last_run_after_the_session_was_loaded()
    {
        string? judged = null;
        await using var site = await SessionSite.StartAsync(services: services => services.PostConfigure<CookieAuthenticationOptions>("Cookies", cookie =>
        {
            var before = cookie.Events.OnValidatePrincipal;
            cookie.Events.OnValidatePrincipal = async context =>
            {
                await before(context);
                judged = context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier);
            };
        }));
        await SessionSite.AskAsync(await site.LogInAsync("anna"));
        Assert.Equal("anna", judged);
    }

    private sealed class DeskEvents : CookieAuthenticationEvents
    {
        public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
        {
            context.ReplacePrincipal(SessionSite.Person(context.Principal!.FindFirstValue(ClaimTypes.NameIdentifier)!, "desk"));
            return Task.CompletedTask;
        }
    }
}
