using System.Security.Claims;
using TownSite.Accounts;

namespace TownSite.Login;

/// <summary>Everything the town was told at this login, as the person may see it: JSON.</summary>
internal static class ClaimsFile
{
    public static void MapClaims(this WebApplication app) =>
        app.MapGet("/me/claims", (ClaimsPrincipal person) => Results.Json(Of(person))).RequireAuthorization();

    /// <summary>Numbers and truth values as such; a claim that is there twice as an array.</summary>
    public static Dictionary<string, object> Of(ClaimsPrincipal person) =>
        person.Claims.Where(claim => !TownClaims.IsKey(claim) && !TownClaims.IsOwn(claim))
            .GroupBy(claim => claim.Type)
            .ToDictionary(claims => claims.Key, claims => claims.Count() == 1 ? Value(claims.Single()) : claims.Select(Value).ToArray());

    private static object Value(Claim claim) => claim.ValueType switch
    {
        ClaimValueTypes.Integer64 => long.Parse(claim.Value, System.Globalization.CultureInfo.InvariantCulture),
        ClaimValueTypes.Boolean => bool.Parse(claim.Value),
        _ => claim.Value,
    };
}
