using System.Globalization;
using System.Text.Json;
using EidAuth.Belpic;
using Xunit;

namespace EidAuth.Testing.Citizens;

/// <summary>A citizen's JSON in hardware-fixtures/citizens, read as JSON and not through the simulator: what a card of that citizen must read as.</summary>
public sealed class CitizenFile
{
    // Members that are not in files 4031 and 4033.
    private static readonly string[] Elsewhere =
        ["id", "purpose", "group", "applet", "profile", "pin", "triesLeft", "language", "country", "foreignerCa", "certificates", "certificateNumber", "faults"];

    private readonly JsonElement json;

    private CitizenFile(JsonElement json) => this.json = json;

    /// <summary>All ids, in order.</summary>
    public static IEnumerable<string> Ids =>
        Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal);

    /// <summary>A card that answers nothing but that it is not activated.</summary>
    public bool IsNotActivated => Has("notActivated");

    /// <summary>1.0, 1.1, 1.7 or 1.8.</summary>
    public string Applet => Text("applet");

    private static string Folder => Path.Combine(Repository.Root, "hardware-fixtures", "citizens");

    /// <summary>One of them.</summary>
    public static CitizenFile Of(string id)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, id + ".json")));
        return new CitizenFile(document.RootElement.Clone());
    }

    /// <summary>That fault is in the file.</summary>
    public bool Has(string fault) => json.TryGetProperty("faults", out var faults) && faults.EnumerateArray().Any(entry => entry.GetString() == fault);

    /// <summary>Every member of the file is in what was read, and nothing is in what was read that the file does not have.</summary>
    /// <param name="content">Read with identity, address and photo.</param>
    /// <param name="made">The day the card was made: without a validity of its own it is valid since a year and for nine more.</param>
    public void AssertReadAs(CardContent content, DateOnly made)
    {
        ArgumentNullException.ThrowIfNull(content);
        var identity = content.Identity;
        Assert.NotNull(identity);
        foreach (var member in json.EnumerateObject().Where(member => !Elsewhere.Contains(member.Name)))
        {
            AssertMember(member, content);
        }

        Assert.Equal(Date("validity", "from") ?? made.AddYears(-1), identity.ValidFrom);
        Assert.Equal(Date("validity", "until") ?? made.AddYears(9), identity.ValidUntil);
        Assert.Equal(json.TryGetProperty("thirdNameInitial", out _) ? Text("thirdNameInitial") : "", identity.ThirdNameInitial);
        Assert.Equal(Text("documentType", "1").TrimStart('0'), identity.DocumentTypeNumber?.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(Text("specialStatus", "0"), Letter(identity, 0x10));
        Assert.Equal(Text("duplicate", ""), Letter(identity, 0x12));
        Assert.Equal(Text("specialOrganisation", ""), Letter(identity, 0x13));
        Assert.Equal(json.TryGetProperty("memberOfFamily", out var family) && family.GetBoolean(), identity.IsMemberOfFamily);
        Assert.Equal(Text("workPermit", ""), Letter(identity, 0x16));
        Assert.Equal(Applet == "1.8", identity.BasicKeyHash is not null);
        Assert.Equal(Has("otherChipNumber"), !identity.ChipNumber.Span.SequenceEqual(content.ChipNumber.Span));
        Assert.NotNull(content.Photo);
        Assert.True(content.Photo.Value.Span.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) && content.Photo.Value.Span.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]));
    }

    private static void AssertMember(JsonProperty member, CardContent content)
    {
        var (identity, address) = (content.Identity!, content.Address!);
        string? Value() => member.Value.GetString()?.Trim(' ');
        switch (member.Name)
        {
            case "nationalNumber":
                Assert.Equal(Value(), identity.NationalNumber);
                Assert.Equal(Value(), identity.RegisterNumber?.Digits);
                break;
            case "surname": Assert.Equal(Value(), identity.Surname); break;
            case "givenNames": Assert.Equal(Value(), identity.GivenNames); break;
            case "thirdNameInitial": Assert.Equal(Value(), identity.ThirdNameInitial); break;
            case "birthPlace": Assert.Equal(Value(), identity.BirthPlace); break;
            case "nationality": Assert.Equal(Value(), identity.Nationality); break;
            case "nobleCondition": Assert.Equal(Value(), identity.NobleCondition); break;
            case "cardNumber": Assert.Equal(Value(), identity.CardNumber); break;
            case "issuingMunicipality": Assert.Equal(Value(), identity.IssuingMunicipality); break;
            case "birthDate":
                Assert.Equal(Value(), identity.BirthDate.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? identity.BirthDate.Year?.ToString("0000", CultureInfo.InvariantCulture));
                break;
            case "sex": Assert.Equal(Value() == "M" ? Sex.Male : Sex.Female, identity.Sex); break;
            case "protection":
                Assert.Equal(Value(), identity.Protection is { } protection ? $"{Day(protection.Since)}-{protection.Country}" : "");
                break;
            case "vat1": Assert.Equal(Value(), identity.VatNumber1 ?? ""); break;
            case "vat2": Assert.Equal(Value(), identity.VatNumber2 ?? ""); break;
            case "regionalFileNumber": Assert.Equal(Value(), identity.RegionalFileNumber ?? ""); break;
            case "brexit1": Assert.Equal(Value() == "B", identity.BrexitMention.HasFlag(BrexitMention.Article18)); break;
            case "brexit2": Assert.Equal(Value() == "C", identity.BrexitMention.HasFlag(BrexitMention.PermanentResidence)); break;
            case "cardAMention1": Assert.Equal(Value(), Letter(identity, 0x1D)); break;
            case "cardAMention2": Assert.Equal(Value() == "K" ? MobilityMention.Programme : MobilityMention.None, identity.MobilityMention); break;
            case "euStartDate": Assert.Equal(Value(), identity.EuropeanCardSince?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); break;
            case "addressLength": Assert.Equal(member.Value.GetInt32(), address.Raw.Length); break;
            case "address":
                Assert.Equal(member.Value.GetProperty("street").GetString()!.Trim(' '), address.Street);
                Assert.Equal(member.Value.GetProperty("zip").GetString(), address.Zip);
                Assert.Equal(member.Value.GetProperty("municipality").GetString(), address.Municipality);
                break;

            // Compared with what is there when they are not.
            case "validity" or "documentType" or "specialStatus" or "duplicate" or "specialOrganisation" or "memberOfFamily" or "workPermit": break;
            default: Assert.Fail($"nothing compares the member {member.Name}"); break;
        }
    }

    // The card's letter or digit for a typed member, by a table of this test's own.
    private static string Letter(Identity identity, byte tag)
    {
        (object Value, string Letters)[] known = tag switch
        {
            0x10 =>
            [
                (SpecialStatus.None, "0"), (SpecialStatus.WhiteCane, "1"), (SpecialStatus.ExtendedMinority, "2"), (SpecialStatus.WhiteCane | SpecialStatus.ExtendedMinority, "3"),
                (SpecialStatus.YellowCane, "4"), (SpecialStatus.YellowCane | SpecialStatus.ExtendedMinority, "5"),
            ],
            0x13 =>
            [
                (SpecialOrganisation.None, ""), (SpecialOrganisation.Shape, "1"), (SpecialOrganisation.Nato, "2"), (SpecialOrganisation.FormerBlueCard, "4"),
                (SpecialOrganisation.Researcher, "5"),
            ],
            0x16 => [(WorkPermit.None, ""), (WorkPermit.Unlimited, "7"), (WorkPermit.Limited, "8"), (WorkPermit.Excluded, "9"), (WorkPermit.Seasonal, "A")],
            0x1D =>
            [
                (CardAMention.None, ""), (CardAMention.Seasonal, "A"), (CardAMention.Student, "D"), (CardAMention.Pupil, "E"), (CardAMention.Trainee, "F"),
                (CardAMention.Volunteer, "G"), (CardAMention.AuPair, "H"), (CardAMention.Researcher, "I"), (CardAMention.JobSearch, "J"),
            ],
            _ => [(identity.Duplicate ?? 0, identity.Duplicate is { } duplicate ? duplicate.ToString("00", CultureInfo.InvariantCulture) : "")],
        };
        object? value = tag switch
        {
            0x10 => identity.SpecialStatus,
            0x13 => identity.SpecialOrganisation,
            0x16 => identity.WorkPermit,
            0x1D => identity.CardAMention,
            _ => identity.Duplicate ?? 0,
        };
        return known.Single(entry => entry.Value.Equals(value)).Letters;
    }

    private DateOnly? Date(string member, string inner) =>
        json.TryGetProperty(member, out var outer) ? DateOnly.ParseExact(outer.GetProperty(inner).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private string Text(string member, string otherwise = "") => json.TryGetProperty(member, out var value) ? value.GetString()! : otherwise;

    private static string Day(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);
}
