using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;

namespace TownSite.Accounts;

/// <summary>What a session remembers for the town alone; nothing of it was told by a card.</summary>
internal static class TownClaims
{
    private const string PreviousAt = "town:previous_at";
    private const string PreviousHow = "town:previous_how";

    // As ASP.NET Core Identity names it.
    private static readonly string SecurityStamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The login before this one.</summary>
    public static IEnumerable<Claim> Of(LastLogin? previous) => previous is null
        ? []
        : [new Claim(PreviousAt, previous.At.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64), new Claim(PreviousHow, previous.Method)];

    public static LastLogin? Previous(ClaimsPrincipal person) =>
        long.TryParse(person.FindFirstValue(PreviousAt), CultureInfo.InvariantCulture, out var seconds)
            ? new LastLogin(DateTimeOffset.FromUnixTimeSeconds(seconds), person.FindFirstValue(PreviousHow) ?? "")
            : null;

    public static bool IsOwn(Claim claim) => claim.Type is PreviousAt or PreviousHow;

    /// <summary>Keys of account and session, for no page.</summary>
    public static bool IsKey(Claim claim) => claim.Type == ClaimTypes.NameIdentifier || claim.Type == SecurityStamp;
}
