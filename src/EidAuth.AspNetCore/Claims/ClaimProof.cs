using System.Globalization;
using System.Security.Claims;

namespace EidAuth.AspNetCore.Claims;

/// <summary>A claim that says what proves it and when that was read.</summary>
internal static class ClaimProof
{
    /// <summary>The holder's authentication certificate, by its path.</summary>
    public const string Certificate = "certificate";

    public static Claim Claim(string type, string value, string issuer, string proof, DateTimeOffset readAt, string valueType = ClaimValueTypes.String)
    {
        var claim = new Claim(type, value, valueType, issuer);
        claim.Properties[BelgianEidClaimTypes.ProofProperty] = proof;
        claim.Properties[BelgianEidClaimTypes.ReadAtProperty] = readAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return claim;
    }
}
