using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>
/// Remembers in the browser that it was sent to the card for a page, and when: whoever comes back with a card login made since and still may not pass is told so, and not
/// sent again. Nothing else depends on it, so it is neither sealed nor believed.
/// </summary>
internal static class StepUpMarker
{
    // Not of the prefix of challenge cookies, of which a browser has five at most.
    private const string Name = "__Host-step-up";

    private static readonly CookieOptions Cookie = new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true };

    public static void Set(HttpContext context, DateTimeOffset now) =>
        context.Response.Cookies.Append(
            Name,
            now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + "." + Page(context),
            new CookieOptions(Cookie) { MaxAge = BelgianEidOptions.MaximumLoginLifetime });

    /// <summary>When this page sent the browser to the card; null when it did not.</summary>
    public static DateTimeOffset? Of(HttpContext context) =>
        context.Request.Cookies.TryGetValue(Name, out var value) && value.Split('.', 2) is [var time, var page] && page == Page(context)
            && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    public static void Remove(HttpContext context)
    {
        if (context.Request.Cookies.ContainsKey(Name))
        {
            context.Response.Cookies.Delete(Name, Cookie);
        }
    }

    // A hash: which page somebody was on is nobody's business.
    private static string Page(HttpContext context) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes((context.Request.PathBase + context.Request.Path).Value!)).AsSpan(0, 16));
}
