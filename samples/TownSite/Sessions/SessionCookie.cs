using Microsoft.AspNetCore.Authentication.Cookies;

namespace TownSite.Sessions;

/// <summary>The cookie that keeps a person logged in.</summary>
internal static class SessionCookie
{
    // __Host-: no other host of the town's domain can plant one. Browsers keep Secure cookies on http://localhost too.
    public const string Name = "__Host-town";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.HttpOnly = true;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.SlidingExpiration = true;
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.AccessDeniedPath = "/error/403";
        options.EventsType = typeof(SessionCookieEvents);
    }
}
