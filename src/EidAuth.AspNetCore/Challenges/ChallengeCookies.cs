using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SameSiteMode = Microsoft.AspNetCore.Http.SameSiteMode;

namespace EidAuth.AspNetCore.Challenges;

/// <summary>
/// The challenge cookies of a browser: <c>__Host-</c> keeps a sibling subdomain from planting one, SameSite=None lets the agent's cross-site POST carry it (Lax and
/// Strict do not arrive).
/// </summary>
internal sealed class ChallengeCookies
{
    /// <summary>Attempts that may be open at once in one browser; the oldest goes.</summary>
    public const int MostAtOnce = 5;

    /// <summary>A browser never sends more of ours than <see cref="MostAtOnce"/>: what is beyond this was made by hand and is not even opened.</summary>
    private const int MostOpened = 10;

    /// <summary>A cookie of more characters is not kept by browsers.</summary>
    private const int LargestCookie = 4000;

    private readonly ChallengeSeal seal;
    private readonly HttpContext context;
    private readonly ILookup<string, string> valuesById;

    public ChallengeCookies(ChallengeSeal seal, HttpContext context)
    {
        (this.seal, this.context) = (seal, context);
        valuesById = Sent(context.Request).ToLookup(cookie => cookie.Id, cookie => cookie.Value, StringComparer.Ordinal);
    }

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
        var oldestFirst = valuesById.Select(cookie => cookie.Key).Take(MostOpened).OrderBy(id => Find(id)?.IssuedAt ?? DateTimeOffset.MinValue).ToList();
        foreach (var id in oldestFirst.Take(oldestFirst.Count - MostAtOnce + 1))
        {
            Remove(id);
        }

        context.Response.Cookies.Append(BelgianEidDefaults.ChallengeCookiePrefix + challenge.Id, text, Attributes(lifetime));
    }

    /// <summary>The challenge of an attempt; null when its cookie is missing, doubled or not sealed here for it.</summary>
    public Challenge? Find(string id) => valuesById[id].Take(2).ToList() is [var value] ? seal.Unseal(id, value) : null;

    /// <summary>Removes the cookie of an attempt that is over.</summary>
    public void Remove(string id) => context.Response.Cookies.Delete(BelgianEidDefaults.ChallengeCookiePrefix + id, Attributes(lifetime: null));

    // Request.Cookies ignores the case of names; older browsers guard the prefix in its exact spelling alone, so __HOST-eid-… must not count.
    private static IEnumerable<(string Id, string Value)> Sent(HttpRequest request)
    {
        if (!CookieHeaderValue.TryParseList(request.Headers.Cookie, out var cookies))
        {
            yield break;
        }

        foreach (var cookie in cookies.Where(cookie => cookie.Name.StartsWith(BelgianEidDefaults.ChallengeCookiePrefix, StringComparison.Ordinal)))
        {
            var id = cookie.Name.Substring(BelgianEidDefaults.ChallengeCookiePrefix.Length);
            if (Challenge.IsId(id))
            {
                yield return (id, cookie.Value.ToString());
            }
        }
    }

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
