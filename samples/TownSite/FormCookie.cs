using Microsoft.AspNetCore.Antiforgery;

namespace TownSite;

/// <summary>The antiforgery cookie, under a name that no other host of the town's domain can plant.</summary>
internal sealed class FormCookie : CookieBuilder
{
    private FormCookie()
    {
        Name = "__Host-town-form";
        Path = "/";
        SameSite = SameSiteMode.Lax;
        HttpOnly = true;
        IsEssential = true;
    }

    public static void Configure(AntiforgeryOptions options) => options.Cookie = new FormCookie();

    // CookieSecurePolicy.Always would do the same, but the framework then refuses http://localhost, where browsers keep Secure cookies.
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = true;
        return cookie;
    }
}
