using System.Globalization;
using System.Security.Claims;
using EidAuth.AspNetCore.Revocation;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Claims;

/// <summary>What a proven login says to the site.</summary>
internal static class LoginClaims
{
    /// <summary>The identity of a login; the national number is in it only where the option says so.</summary>
    /// <param name="login">Proven by the certificate.</param>
    /// <param name="fields">Proven by the National Register's signature; null when none were given.</param>
    /// <param name="pseudonym">Makes the subject.</param>
    /// <param name="options">Which claims there are.</param>
    /// <param name="scheme">The authentication type.</param>
    public static ClaimsIdentity Of(VerifiedLogin login, ProvenFields? fields, Pseudonym pseudonym, BelgianEidOptions options, string scheme)
    {
        var issuer = options.ClaimsIssuer ?? scheme;
        var identity = new ClaimsIdentity(scheme, BelgianEidClaimTypes.Name, ClaimTypes.Role);
        var subject = pseudonym.Of(login.NationalNumber);
        AddProven(BelgianEidClaimTypes.Subject, subject);
        AddProven(ClaimTypes.NameIdentifier, subject);
        Add(BelgianEidClaimTypes.SubjectKeyId, pseudonym.KeyId);
        AddProven(BelgianEidClaimTypes.Name, FullName(login));
        AddProven(BelgianEidClaimTypes.GivenName, login.GivenName);
        AddProven(BelgianEidClaimTypes.FamilyName, login.Surname);
        Add(BelgianEidClaimTypes.AuthenticationMethod, "sc");
        Add(BelgianEidClaimTypes.AuthenticationMethod, "pin");
        Add(BelgianEidClaimTypes.AuthenticationContext, options.Acr);
        var provenAt = login.ProvenAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Add(BelgianEidClaimTypes.AuthenticationTime, provenAt, ClaimValueTypes.Integer64);
        Add(BelgianEidClaimTypes.ProvenAt, provenAt, ClaimValueTypes.Integer64);
        Add(BelgianEidClaimTypes.Revocation, RevocationText.Claim(login));
        Add(BelgianEidClaimTypes.TestTrust, login.TestTrust ? "true" : null, ClaimValueTypes.Boolean);
        AddProven(BelgianEidClaimTypes.NationalNumber, options.IncludeNationalNumber ? login.NationalNumber : null);
        identity.AddClaims(fields is null ? [] : FieldClaims.Of(fields, options.Fields, issuer));
        return identity;

        void AddProven(string type, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                identity.AddClaim(ClaimProof.Claim(type, value, issuer, ClaimProof.Certificate, login.ProvenAt));
            }
        }

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
