using System.Security.Claims;
using TownSite.Sessions;

namespace TownSite.Login;

/// <summary>Everything the town was told at this login, as the person may see it: JSON.</summary>
internal static class ClaimsFile
{
    private const string SecurityStamp = "AspNet.Identity.SecurityStamp";

    // The account's keys and the session's.
    private static readonly string[] Left = [ClaimTypes.NameIdentifier, SecurityStamp, SessionCookieEvents.SessionClaim];

    public static void MapClaims(this WebApplication app) =>
        app.MapGet("/me/claims", (ClaimsPrincipal person) => Results.Json(Of(person))).RequireAuthorization();

    /// <summary>Numbers and truth values as such; a claim that is there twice as an array.</summary>
    public static Dictionary<string, object> Of(ClaimsPrincipal person) =>
        person.Claims.Where(claim => !Left.Contains(claim.Type))
            .GroupBy(claim => claim.Type)
            .ToDictionary(claims => claims.Key, claims => claims.Count() == 1 ? Value(claims.Single()) : claims.Select(Value).ToArray());

    private static object Value(Claim claim) => claim.ValueType switch
    {
        ClaimValueTypes.Integer64 => long.Parse(claim.Value, System.Globalization.CultureInfo.InvariantCulture),
        ClaimValueTypes.Boolean => bool.Parse(claim.Value),
        _ => claim.Value,
    };
}
