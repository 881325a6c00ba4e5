using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>What the card of this session proved, read from its claims: newer than the profile, which changes only when the person says so.</summary>
internal static class ProvenClaims
{
    private const string Register = "national-register-signature";
    private const string Certificate = "certificate";

    public static IEnumerable<ProfileField> Of(ClaimsPrincipal person) =>
        from claim in person.Claims
        let source = claim.Properties.TryGetValue(BelgianEidClaimTypes.ProofProperty, out var proof) ? SourceOf(proof) : null
        where source is not null
        where claim.Properties.TryGetValue(BelgianEidClaimTypes.ReadAtProperty, out var read) && long.TryParse(read, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        select new ProfileField
        {
            Name = claim.Type,
            Value = claim.Value,
            Source = source.Value,
            ReadAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(claim.Properties[BelgianEidClaimTypes.ReadAtProperty], CultureInfo.InvariantCulture)),
        };

    private static ProfileSource? SourceOf(string proof) => proof switch
    {
        Register => ProfileSource.NationalRegisterSignature,
        Certificate => ProfileSource.Certificate,
        _ => null,
    };
}
