using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EidAuth.Simulator.Cards;

/// <summary>An invented person from hardware-fixtures/citizens: the file's members. Here, who it is; what else the identity file can say and what card it is stand in the other parts.</summary>
public sealed partial record Citizen
{
    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Citizen>> Shipped = new(ReadShipped);

    /// <summary>The file's name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>What the card is for, in English.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Where the card lies on the table.</summary>
    public CitizenGroup Group { get; init; }

    /// <summary>11 digits with right check digits and a serial part nobody has (000 or 999).</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>First two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>First letter of the third given name; may be empty.</summary>
    public string ThirdNameInitial { get; init; } = "";

    /// <summary>Birth date; of some people only the year.</summary>
    public PartialDate BirthDate { get; init; } = new DateOnly(1980, 1, 1);

    /// <summary>Birth place.</summary>
    public string BirthPlace { get; init; } = "Brussel";

    /// <summary>M, or F, V, W for a woman, by the card's language.</summary>
    public string Sex { get; init; } = "M";

    /// <summary>In the card's language.</summary>
    public string Nationality { get; init; } = "Belg";

    /// <summary>nl, fr or de: how the card writes the month of birth.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>Where the person lives.</summary>
    public CitizenAddress Address { get; init; } = new("Marktplein 1", "1000", "Brussel");

    /// <summary>All citizens that ship with the simulator, by id.</summary>
    public static IReadOnlyDictionary<string, Citizen> All => Shipped.Value;

    /// <summary>The same in the order of the table: by group, then by id.</summary>
    public static IEnumerable<Citizen> InOrder => All.Values.OrderBy(citizen => citizen.Group).ThenBy(citizen => citizen.Id, StringComparer.Ordinal);

    /// <summary>The id alone: a record would otherwise print PIN and national number wherever it is logged.</summary>
    public override string ToString() => Id;

    internal static Citizen Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Citizen>(json, FileFormat) ?? throw new JsonException("A citizen's file is a JSON object.");

    private static FrozenDictionary<string, Citizen> ReadShipped() =>
        EmbeddedFile.Names("citizens/").Select(name => Parse(EmbeddedFile.Read(name)))
            .ToFrozenDictionary(citizen => citizen.Id, StringComparer.Ordinal);
}
