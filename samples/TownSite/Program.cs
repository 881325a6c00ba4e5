using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authentication.Cookies;
using TownSite.Accounts;
using TownSite.Login;
using TownSite.Sessions;
using TownSite.Texts;

namespace TownSite;

/// <summary>The site of an invented town, written the way a town would: two ways to log in, a page behind them, a logout that ends the session.</summary>
public static class Site
{
    public static void Main(string[] args) => Build(args).Run();

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

        // Logging in with the eID card: these three lines, and the section "Eid" of appsettings.json.
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(SessionCookie.Configure)
            .AddBelgianEid(builder.Configuration.GetSection("Eid"));

        // For a developer's own computer: --Eid:TestAnchors=FOLDER accepts simulated cards instead of real ones.
        if (builder.Configuration["Eid:TestAnchors"] is { } testAnchors)
        {
            builder.Services.Configure<BelgianEidOptions>(BelgianEidDefaults.AuthenticationScheme, eid => eid.Trust.UseTestAnchors(testAnchors));
        }

        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<LiveSessions>();
        builder.Services.AddScoped<SessionCookieEvents>();
        builder.Services.Configure<AccountOptions>(builder.Configuration.GetSection("Town"));
        builder.Services.AddSingleton<TownAccounts>();
        builder.Services.AddSingleton<TownClock>();
        builder.Services.AddTownTexts();
        builder.Services.Configure<EidLoginPartOptions>(part => part.DefaultReturnPath = LocalReturn.Default);
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(PasswordLimit.Configure);
        builder.Services.AddAntiforgery(form => form.Cookie.Name = "town-form");
        builder.Services.AddRouting(routes => routes.LowercaseUrls = true);
        builder.Services.AddRazorPages(pages => pages.Conventions.AuthorizePage("/Me"));

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
        return app;
    }
}
