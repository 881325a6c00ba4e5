using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace EidAuth.AspNetCore.Challenges;

/// <summary>
/// The challenge cookies of a browser: <c>__Host-</c> keeps a sibling subdomain from planting one, SameSite=None lets the agent's cross-site POST carry it (Lax and
/// Strict do not arrive).
/// </summary>
internal sealed class ChallengeCookies(ChallengeSeal seal, HttpContext context)
{
    /// <summary>Attempts that may be open at once in one browser; the oldest goes.</summary>
    public const int MostAtOnce = 5;

    /// <summary>A cookie of more characters is not kept by browsers.</summary>
    private const int LargestCookie = 4000;

    /// <summary>Sets the cookie of a new challenge and removes the oldest ones beyond <see cref="MostAtOnce"/>.</summary>
    /// <exception cref="InvalidOperationException">The application gave so much along that no browser would keep the cookie.</exception>
    public void Append(Challenge challenge, TimeSpan lifetime)
    {
        var text = seal.Seal(challenge);
        if (text.Length > LargestCookie)
        {
            throw new InvalidOperationException("The AuthenticationProperties of this challenge do not fit into a cookie; keep what they carry on the server.");
        }

        // A cookie that does not open counts as the oldest of all.
        var open = Names().Select(name => (Name: name, IssuedAt: Find(name[BelgianEidDefaults.ChallengeCookiePrefix.Length..])?.IssuedAt)).ToList();
        foreach (var (name, _) in open.OrderBy(cookie => cookie.IssuedAt ?? DateTimeOffset.MinValue).Take(Math.Max(0, open.Count - MostAtOnce + 1)))
        {
            Delete(name);
        }

        context.Response.Cookies.Append(BelgianEidDefaults.ChallengeCookiePrefix + challenge.Id, text, Attributes(lifetime));
    }

    /// <summary>The challenge of an attempt; null when its cookie is missing, doubled or not sealed here for it.</summary>
    public Challenge? Find(string id)
    {
        var values = Cookies().Where(cookie => cookie.Name == BelgianEidDefaults.ChallengeCookiePrefix + id).Select(cookie => cookie.Value).ToList();
        return values is [var value] ? seal.Unseal(id, value) : null;
    }

    /// <summary>Removes the cookie of an attempt that is over.</summary>
    public void Remove(string id) => Delete(BelgianEidDefaults.ChallengeCookiePrefix + id);

    private void Delete(string name) => context.Response.Cookies.Delete(name, Attributes(lifetime: null));

    private IEnumerable<string> Names() =>
        Cookies().Select(cookie => cookie.Name)
            .Where(name => name.StartsWith(BelgianEidDefaults.ChallengeCookiePrefix, StringComparison.Ordinal)
                && Challenge.IsId(name[BelgianEidDefaults.ChallengeCookiePrefix.Length..]))
            .Distinct(StringComparer.Ordinal);

    // Request.Cookies ignores the case of names; older browsers guard the prefix in its exact spelling alone, so __HOST-eid-… must not count.
    private IEnumerable<(string Name, string Value)> Cookies() =>
        CookieHeaderValue.TryParseList(context.Request.Headers.Cookie, out var cookies)
            ? cookies.Select(cookie => (cookie.Name.ToString(), cookie.Value.ToString()))
            : [];

    private static CookieOptions Attributes(TimeSpan? lifetime) => new()
    {
        Secure = true,
        HttpOnly = true,
        SameSite = SameSiteMode.None,
        Path = "/",
        IsEssential = true,
        MaxAge = lifetime,
    };
}
