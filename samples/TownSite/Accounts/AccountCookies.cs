using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace TownSite.Accounts;

/// <summary>The cookies that say who is here. __Host-: no other host of the town's domain can plant one. Browsers keep Secure cookies on http://localhost too.</summary>
internal static class AccountCookies
{
    /// <summary>Keeps a person logged in.</summary>
    public const string Session = "__Host-town";

    /// <summary>The key to what a card proved, until the page /card has decided; five minutes.</summary>
    public const string ProvenCard = "__Host-town-card";

    public static void Schemes(AuthenticationOptions options)
    {
        options.DefaultScheme = IdentityConstants.ApplicationScheme;
        options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
    }

    public static void Configure(IdentityCookiesBuilder cookies)
    {
        cookies.ApplicationCookie!.Configure(ConfigureSession);
        cookies.ExternalCookie!.Configure(options => Harden(options, ProvenCard));
    }

    private static void ConfigureSession(CookieAuthenticationOptions options)
    {
        Harden(options, Session);
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.AccessDeniedPath = "/error/403";
        options.EventsType = typeof(AccountCheck);
    }

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
    }
}
