using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;

namespace TownSite.Counter.Requests;

/// <summary>Who is logged in, and by which means.</summary>
internal sealed record Citizen(string Id, Means Means, DateTimeOffset? CardProvenAt, bool TestTrust)
{
    /// <summary>Reads the session; the page has made sure that somebody is logged in.</summary>
    public static Citizen Of(ClaimsPrincipal person)
    {
        var byCard = person.HasClaim(BelgianEidClaimTypes.AuthenticationMethod, "sc");
        var proven = byCard && long.TryParse(person.FindFirstValue(BelgianEidClaimTypes.ProvenAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : (DateTimeOffset?)null;
        return new Citizen(
            person.FindFirstValue(ClaimTypes.NameIdentifier)!,
            byCard ? Means.Card : Means.Password,
            proven,
            person.HasClaim(BelgianEidClaimTypes.TestTrust, "true"));
    }

    /// <summary>Says nothing of the person.</summary>
    public override string ToString() => nameof(Citizen);
}
