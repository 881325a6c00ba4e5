using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Which fields of a card the town keeps, in the order a page shows them.</summary>
internal static class ProfileFields
{
    private const string Register = "national-register-signature";

    /// <summary>Named as their claims.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        BelgianEidClaimTypes.GivenName, BelgianEidClaimTypes.FamilyName, BelgianEidClaimTypes.BirthDate, BelgianEidClaimTypes.BirthPlace, BelgianEidClaimTypes.Gender,
        BelgianEidClaimTypes.Nationality, BelgianEidClaimTypes.Street, BelgianEidClaimTypes.PostalCode, BelgianEidClaimTypes.Municipality,
    ];

    /// <summary>What a proven card said of them, with its proof; a claim without a proof is left out.</summary>
    public static IReadOnlyList<ProfileField> Of(ClaimsPrincipal card, params IEnumerable<string> names) =>
        [.. names.Select(card.FindFirst).OfType<Claim>().Where(claim => claim.Properties.ContainsKey(BelgianEidClaimTypes.ProofProperty)).Select(Field)];

    /// <summary>Cut to what the database takes.</summary>
    public static string Fit(string? value) => value is null ? "" : value.Length <= ProfileField.LongestValue ? value : value[..ProfileField.LongestValue];

    private static ProfileField Field(Claim claim) => new()
    {
        Name = claim.Type,
        Value = Fit(claim.Value),
        Source = claim.Properties[BelgianEidClaimTypes.ProofProperty] == Register ? ProfileSource.NationalRegisterSignature : ProfileSource.Certificate,
        ReadAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(claim.Properties[BelgianEidClaimTypes.ReadAtProperty], CultureInfo.InvariantCulture)),
    };
}
