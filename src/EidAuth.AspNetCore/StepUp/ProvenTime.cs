using System.Globalization;
using System.Security.Claims;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Times that claims of one identity tell.</summary>
internal static class ProvenTime
{
    /// <summary>The time in the one claim of that type; null when there is none, or two, or it is no time.</summary>
    public static DateTimeOffset? Of(ClaimsIdentity identity, string type, Predicate<Claim> counts) =>
        identity.FindAll(type).ToList() is [var claim] && counts(claim)
            && long.TryParse(claim.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
