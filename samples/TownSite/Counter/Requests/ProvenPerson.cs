using EidAuth.AspNetCore;
using TownSite.Counter.Forms;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>What a card proved of somebody, and not too long ago. What was typed is not here.</summary>
internal sealed class ProvenPerson
{
    private readonly Dictionary<string, ProfileField> proven;
    private readonly ICollection<string> postalCodes;

    /// <param name="fields">Typed and proven, each name once or more.</param>
    /// <param name="since">What was read before does not count any more.</param>
    /// <param name="postalCodes">Those of the town.</param>
    public ProvenPerson(IEnumerable<ProfileField> fields, DateTimeOffset since, ICollection<string> postalCodes)
    {
        // Of what was read twice, the later counts.
        proven = fields.Where(field => field.Source != ProfileSource.Typed && field.ReadAt >= since)
            .GroupBy(field => field.Name, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.MaxBy(field => field.ReadAt)!, StringComparer.Ordinal);
        this.postalCodes = postalCodes;
    }

    public Residency Residency =>
        Register(BelgianEidClaimTypes.PostalCode) is { } code ? postalCodes.Contains(code.Value) ? Residency.Here : Residency.Elsewhere
        : Register(BelgianEidClaimTypes.Resident) is { } fact ? fact.Value == "true" ? Residency.Here : Residency.Elsewhere
        : Residency.Unproven;

    /// <summary>Where the card says somebody lives; null when it was not read.</summary>
    public string? Municipality => Register(BelgianEidClaimTypes.Municipality)?.Value;

    /// <summary>What a certificate of that form states; null when one datum of it is not proven.</summary>
    public Statement? State(CounterForm form)
    {
        var data = (form.States ?? []).Select(Of).ToList();
        return data.Count > 0 && data.TrueForAll(datum => datum is not null) ? new Statement(data!) : null;
    }

    private StatedDatum? Of(Datum datum) => datum switch
    {
        Datum.Name => Joined(datum, " ", proven.GetValueOrDefault(BelgianEidClaimTypes.GivenName), proven.GetValueOrDefault(BelgianEidClaimTypes.FamilyName)),
        Datum.BirthDate => Joined(datum, "", Register(BelgianEidClaimTypes.BirthDate)),
        Datum.BirthPlace => Joined(datum, "", Register(BelgianEidClaimTypes.BirthPlace)),
        Datum.Nationality => Joined(datum, "", Register(BelgianEidClaimTypes.Nationality)),
        _ => Address(),
    };

    private StatedDatum? Address() =>
        Register(BelgianEidClaimTypes.Street) is { } street && Register(BelgianEidClaimTypes.PostalCode) is { } code
        && Register(BelgianEidClaimTypes.Municipality) is { } municipality
            ? Joined(Datum.Address, "", street, code, municipality)! with { Value = $"{street.Value}, {code.Value} {municipality.Value}" }
            : null;

    // The weakest proof and the oldest reading count for the whole.
    private static StatedDatum? Joined(Datum datum, string between, params ProfileField?[] parts)
    {
        var there = parts.OfType<ProfileField>().ToList();
        return there.Count == 0
            ? null
            : new StatedDatum(datum, string.Join(between, there.Select(part => part.Value)), there.Min(part => part.Source), there.Min(part => part.ReadAt));
    }

    private ProfileField? Register(string name) =>
        proven.TryGetValue(name, out var field) && field.Source == ProfileSource.NationalRegisterSignature ? field : null;
}
