using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>The one thing in the cookie: 32 random bytes. The server remembers their SHA-256, so whoever reads its store gets no session.</summary>
internal static class SessionKey
{
    private const string KeyClaim = "eid:session_key";

    /// <summary>43 characters of base64url.</summary>
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>43 characters of base64url.</summary>
    public static string HashOf(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>What is written into the cookie in the principal's place.</summary>
    public static ClaimsPrincipal InPlaceOfPrincipal(string key, string scheme) => new(new ClaimsIdentity([new Claim(KeyClaim, key)], scheme));

    /// <summary>The hash of the key in a cookie; null for a cookie that has none.</summary>
    public static string? HashIn(ClaimsPrincipal? principal) => principal?.FindFirstValue(KeyClaim) is { } key ? HashOf(key) : null;

    /// <summary>
    /// The same of a request, read past the scheme's handler: a site that rejects a principal signs out while the handler is still authenticating, and asking it then
    /// would wait for itself.
    /// </summary>
    public static string? HashIn(HttpContext context, CookieAuthenticationOptions options)
    {
        var cookie = options.CookieManager.GetRequestCookie(context, options.Cookie.Name!);
        var binding = context.Features.Get<ITlsTokenBindingFeature>()?.GetProvidedTokenBindingId();
        return string.IsNullOrEmpty(cookie) ? null : HashIn(options.TicketDataFormat.Unprotect(cookie, binding is null ? null : Convert.ToBase64String(binding))?.Principal);
    }
}
