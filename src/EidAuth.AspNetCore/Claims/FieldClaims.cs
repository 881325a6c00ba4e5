using System.Globalization;
using System.Security.Claims;
using EidAuth.Belpic;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Claims;

/// <summary>What proven fields of the card say to the site: words and facts, no file.</summary>
internal static class FieldClaims
{
    /// <summary>Facts first, then the fields, unless facts are all that the site wants.</summary>
    public static IEnumerable<Claim> Of(ProvenFields fields, BelgianEidFields options, string issuer)
    {
        // The day of UTC: an age is reached an hour or two late, never early.
        var facts = Facts(fields, options, DateOnly.FromDateTime(fields.ReadAt.UtcDateTime));
        return (options.FactsOnly ? facts : facts.Concat(Texts(fields)))
            .Where(said => !string.IsNullOrEmpty(said.Value))
            .Select(said => ClaimProof.Claim(said.Type, PlainText.Of(said.Value!), issuer, ProvenFields.Proof, fields.ReadAt, said.ValueType))
            .ToList();
    }

    private static IEnumerable<(string Type, string? Value, string ValueType)> Facts(ProvenFields fields, BelgianEidFields options, DateOnly today)
    {
        if (fields.Identity is { } identity)
        {
            foreach (var age in options.Ages.Where(age => DerivedFacts.IsAtLeast(identity.BirthDate, age, today) is true))
            {
                yield return (BelgianEidClaimTypes.AgeOver, age.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer32);
            }
        }

        if (fields.Address is { } address && options.PostalCodes.Count > 0)
        {
            yield return (BelgianEidClaimTypes.Resident, DerivedFacts.LivesIn(address, options.PostalCodes) ? "true" : "false", ClaimValueTypes.Boolean);
        }
    }

    private static IEnumerable<(string Type, string? Value, string ValueType)> Texts(ProvenFields fields)
    {
        if (fields.Identity is { } identity)
        {
            yield return (BelgianEidClaimTypes.BirthDate, Say(identity.BirthDate), ClaimValueTypes.String);
            yield return (BelgianEidClaimTypes.Gender, identity.Sex switch { Sex.Male => "male", Sex.Female => "female", _ => null }, ClaimValueTypes.String);
            yield return (BelgianEidClaimTypes.Nationality, identity.Nationality, ClaimValueTypes.String);
            yield return (BelgianEidClaimTypes.BirthPlace, identity.BirthPlace, ClaimValueTypes.String);
        }

        if (fields.Address is { } address)
        {
            yield return (BelgianEidClaimTypes.Street, address.Street, ClaimValueTypes.String);
            yield return (BelgianEidClaimTypes.PostalCode, address.Zip, ClaimValueTypes.String);
            yield return (BelgianEidClaimTypes.Municipality, address.Municipality, ClaimValueTypes.String);
        }
    }

    // OpenID Connect Core 5.1: YYYY-MM-DD, or the year alone.
    private static string? Say(BirthDate birth) =>
        birth.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? birth.Year?.ToString("0000", CultureInfo.InvariantCulture);
}
