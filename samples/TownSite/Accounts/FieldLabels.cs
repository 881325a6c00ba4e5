using System.Globalization;
using EidAuth.AspNetCore;
using TownSite.Data;
using TownSite.Texts;

namespace TownSite.Accounts;

/// <summary>Fields of a person as a page shows them.</summary>
internal sealed class FieldLabels(ProfileTexts texts, TownClock clock)
{
    public ShownField Show(string name, ProfileField? kept, string? typed) => kept is { Source: not ProfileSource.Typed }
        ? new ShownField(name, Label(name), Value(name, kept.Value), kept.Source == ProfileSource.Certificate ? texts.ProofCertificate : texts.ProofRegister, clock.Show(kept.ReadAt))
        : new ShownField(name, Label(name), string.IsNullOrEmpty(kept?.Value ?? typed) ? null : Value(name, kept?.Value ?? typed!), null, null);

    public string Label(string name) => name switch
    {
        BelgianEidClaimTypes.GivenName => texts.GivenName,
        BelgianEidClaimTypes.FamilyName => texts.FamilyName,
        BelgianEidClaimTypes.BirthDate => texts.BirthDate,
        BelgianEidClaimTypes.BirthPlace => texts.BirthPlace,
        BelgianEidClaimTypes.Gender => texts.Gender,
        BelgianEidClaimTypes.Nationality => texts.Nationality,
        BelgianEidClaimTypes.Street => texts.Street,
        BelgianEidClaimTypes.PostalCode => texts.PostalCode,
        BelgianEidClaimTypes.Municipality => texts.Municipality,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>For a page, in the language of the request.</summary>
    public string Value(string name, string value) => (name, value) switch
    {
        (BelgianEidClaimTypes.Gender, "male") => texts.Male,
        (BelgianEidClaimTypes.Gender, "female") => texts.Female,
        (BelgianEidClaimTypes.BirthDate, _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture),
        _ => HostileText.OneLine(value),
    };
}
