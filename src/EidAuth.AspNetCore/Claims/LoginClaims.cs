using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore.Revocation;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Claims;

/// <summary>What a proven login says to the site.</summary>
internal static class LoginClaims
{
    /// <summary>The identity of a login; the national number is in it only where the option says so.</summary>
    public static ClaimsIdentity Of(VerifiedLogin login, Pseudonym pseudonym, BelgianEidOptions options, string scheme)
    {
        var issuer = options.ClaimsIssuer ?? scheme;
        var identity = new ClaimsIdentity(scheme, BelgianEidClaimTypes.Name, ClaimTypes.Role);
        var subject = pseudonym.Of(login.NationalNumber);
        Add(BelgianEidClaimTypes.Subject, subject);
        Add(ClaimTypes.NameIdentifier, subject);
        Add(BelgianEidClaimTypes.SubjectKeyId, pseudonym.KeyId);
        Add(BelgianEidClaimTypes.Name, FullName(login));
        Add(BelgianEidClaimTypes.GivenName, login.GivenName);
        Add(BelgianEidClaimTypes.FamilyName, login.Surname);
        Add(BelgianEidClaimTypes.AuthenticationMethod, "sc");
        Add(BelgianEidClaimTypes.AuthenticationMethod, "pin");
        Add(BelgianEidClaimTypes.AuthenticationContext, options.Acr);
        Add(BelgianEidClaimTypes.AuthenticationTime, login.ProvenAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);
        Add(BelgianEidClaimTypes.Revocation, RevocationText.Claim(login));
        Add(BelgianEidClaimTypes.TestTrust, login.TestTrust ? "true" : null, ClaimValueTypes.Boolean);
        Add(BelgianEidClaimTypes.NationalNumber, options.IncludeNationalNumber ? login.NationalNumber : null);
        return identity;

        void Add(string type, string? value, string valueType = ClaimValueTypes.String)
        {
            if (!string.IsNullOrEmpty(value))
            {
                identity.AddClaim(new Claim(type, value, valueType, issuer));
            }
        }
    }

    private static string? FullName(VerifiedLogin login) =>
        string.Join(' ', new[] { login.GivenName, login.Surname }.Where(part => !string.IsNullOrEmpty(part)));
}
