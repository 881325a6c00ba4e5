using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.Testing;
using EidAuth.UnitTests.AspNetCore.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>ASP.NET Core Identity as it is, over its application cookie with server sessions: its security stamp goes on to guard the account.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class IdentitySessionTests : IAsyncLifetime
{
    private readonly SqliteSite database = new();
    private AccountSite site = null!;

    public async ValueTask InitializeAsync() => site = await database.StartAsync(
        pages: Pages,
        services: services =>
        {
            services.AddAuthentication().AddServerSessions(IdentityConstants.ApplicationScheme);
            services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(5));
        });

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task A_changed_security_stamp_ends_the_session_in_every_copy()
    {
        var browser = await LogInAsync();
        var copy = CopyOf(browser);
        Assert.Equal("anna pwd", await AccountsTown.TextAsync(browser, "/who"));
        await browser.GetAsync("/change-stamp");
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("nobody", await AccountsTown.TextAsync(browser, "/who"));
        Assert.Equal("nobody", await AccountsTown.TextAsync(copy, "/who"));
        Assert.Equal("0", await AccountsTown.TextAsync(browser, "/count"));
    }

    [Fact]
    public async Task A_stamp_that_holds_renews_the_principal_on_the_server_and_keeps_how_the_person_logged_in()
    {
        var browser = await LogInAsync();
        await browser.GetAsync("/rename?to=berta");
        Assert.Equal("anna pwd", await AccountsTown.TextAsync(browser, "/who"));
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var cookies = browser.Cookies.ToDictionary();
        Assert.Equal("berta pwd", await AccountsTown.TextAsync(browser, "/who"));
        Assert.Equal(cookies, browser.Cookies);
    }

    [Fact]
    public async Task A_refreshed_sign_in_is_the_same_session_under_a_new_key()
    {
        var browser = await LogInAsync();
        var (copy, id) = (CopyOf(browser), await AccountsTown.TextAsync(browser, "/id"));
        await browser.GetAsync("/refresh");
        Assert.Equal(id, await AccountsTown.TextAsync(browser, "/id"));
        Assert.Equal("anna pwd", await AccountsTown.TextAsync(browser, "/who"));
        Assert.Equal("nobody", await AccountsTown.TextAsync(copy, "/who"));
    }

    [Fact]
    public async Task Identitys_own_logout_ends_it()
    {
        var browser = await LogInAsync();
        var copy = CopyOf(browser);
        await browser.GetAsync("/logout");
        Assert.Equal("nobody", await AccountsTown.TextAsync(copy, "/who"));
    }

    private static void Pages(WebApplication app)
    {
        app.MapGet("/login", async (SignInManager<Person> signIn, UserManager<Person> users) =>
        {
            await users.CreateAsync(new Person { UserName = "anna" }, "Very-long-1");
            return (await signIn.PasswordSignInAsync("anna", "Very-long-1", isPersistent: false, lockoutOnFailure: false)).Succeeded;
        });
        app.MapGet("/who", (ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true ? $"{user.Identity.Name} {user.FindFirstValue("amr")}" : "nobody");
        app.MapGet("/change-stamp", async (UserManager<Person> users) => await users.UpdateSecurityStampAsync((await users.FindByNameAsync("anna"))!));
        app.MapGet("/rename", async (PersonContext people, string to) =>
        {
            // Identity's own way would change the stamp.
            var person = people.Users.Single();
            (person.UserName, person.NormalizedUserName) = (to, to.ToUpperInvariant());
            await people.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        app.MapGet("/refresh", async (HttpContext context, SignInManager<Person> signIn, UserManager<Person> users) =>
            await signIn.RefreshSignInAsync((await users.GetUserAsync(context.User))!));
        app.MapGet("/id", async (HttpContext context, IServerSessions sessions) => (await sessions.CurrentAsync(context))!.Id);
        app.MapGet("/count", async (IServerSessions sessions, PersonContext people) => (await sessions.OfAccountAsync(people.Users.Single().Id, TestContext.Current.CancellationToken)).Count);
        app.MapGet("/logout", (SignInManager<Person> signIn) => signIn.SignOutAsync());
    }

    private async Task<Browser> LogInAsync()
    {
        var browser = new Browser(site.Server, new Uri("https://localhost"));
        Assert.Equal("true", await AccountsTown.TextAsync(browser, "/login"));
        return browser;
    }

    private Browser CopyOf(Browser browser)
    {
        var copy = new Browser(site.Server, new Uri("https://localhost"));
        foreach (var (name, value) in browser.Cookies)
        {
            copy.Cookies[name] = value;
        }

        return copy;
    }
}
