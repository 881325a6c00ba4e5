using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Identity;
using TownSite.Accounts;
using TownSite.Counter;
using TownSite.Data;
using TownSite.Login;
using TownSite.Office;
using TownSite.Texts;

namespace TownSite;

/// <summary>The site of an invented town, written the way a town would: two ways to log in, a page behind them, a logout that ends the session.</summary>
public static class Site
{
    public static async Task<int> Main(string[] args)
    {
        var (word, about, settings) = TownCommand.Split(args);
        await using var site = Build(settings);
        if (word is not null)
        {
            return await TownCommand.RunAsync(site, word, about, Console.Out, Console.Error);
        }

        await site.RunAsync();
        return 0;
    }

    /// <summary>Builds the site; the caller starts and stops it. Runs from any folder, also as a part of another program.</summary>
    /// <param name="args">Configuration, for example <c>--urls=http://localhost:5080 --Eid:Origins:0=http://localhost:5080 --environment=Development</c>.</param>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(Site).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });

        // Where the town keeps its accounts: SQLite or PostgreSQL, section "Town".
        builder.AddTownDatabase();
        builder.Services.AddIdentityCore<TownUser>(AccountRules.Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<TownContext>()
            .AddSignInManager()
            .AddEidAccounts<TownUser, TownContext>(AccountRules.ConfigureCards);

        // Logging in with the eID card: one line here, and the section "Eid" of appsettings.json. What a card proves goes to the external cookie first; the page /card
        // decides which account it is.
        builder.Services.AddAuthentication(AccountCookies.Schemes)
            .AddBelgianEid(builder.Configuration.GetSection("Eid"))
            .AddServerSessions(IdentityConstants.ApplicationScheme, sessions => builder.Configuration.GetSection("Town:Sessions").Bind(sessions))
            .AddIdentityCookies(AccountCookies.Configure);

        // For a developer's own computer: --Eid:TestAnchors=FOLDER accepts simulated cards instead of real ones.
        if (builder.Configuration["Eid:TestAnchors"] is { } testAnchors)
        {
            builder.Services.Configure<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme, eid => eid.Trust.UseTestAnchors(testAnchors));
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<PasswordTries>();
        builder.Services.AddSingleton<TownClock>();
        builder.Services.AddTownTexts();
        builder.AddAccounts();
        builder.AddCounter();
        builder.AddOfficePolicy();
        builder.Services.AddRateLimiter(PasswordLimit.Configure);
        builder.Services.AddAntiforgery(FormCookie.Configure);
        builder.Services.AddRouting(routes => routes.LowercaseUrls = true);
        builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizePage("/Me").AuthorizeFolder("/My"));

        var app = builder.Build();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error/500");
            app.UseHsts();
        }

        app.UseRequestLocalization();
        app.UseTownHeaders();
        app.UseTownAssets();
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapBelgianEidLogin();
        app.MapLanguageSwitch();
        app.MapClaims();
        app.MapPhoto();
        return app;
    }
}
