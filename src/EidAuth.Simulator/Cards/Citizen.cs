using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EidAuth.Simulator.Cards;

/// <summary>An invented person from hardware-fixtures/citizens: the file's members.</summary>
public sealed record Citizen
{
    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly Lazy<IReadOnlyDictionary<string, Citizen>> Shipped = new(ReadShipped);

    /// <summary>The file's name without extension.</summary>
    public required string Id { get; init; }

    /// <summary>1.7 or 1.8.</summary>
    public required string Applet { get; init; }

    /// <summary>4 to 12 digits.</summary>
    public required string Pin { get; init; }

    /// <summary>11 digits with right check digits and a serial part nobody has (000 or 999).</summary>
    public required string NationalNumber { get; init; }

    /// <summary>Surname.</summary>
    public required string Surname { get; init; }

    /// <summary>First two given names; may be empty.</summary>
    public required string GivenNames { get; init; }

    /// <summary>First letter of the third given name; may be empty.</summary>
    public string ThirdNameInitial { get; init; } = "";

    /// <summary>Birth date.</summary>
    public DateOnly BirthDate { get; init; } = new(1980, 1, 1);

    /// <summary>Birth place.</summary>
    public string BirthPlace { get; init; } = "Brussel";

    /// <summary>M, or F, V, W for a woman, by the card's language.</summary>
    public string Sex { get; init; } = "M";

    /// <summary>In the card's language.</summary>
    public string Nationality { get; init; } = "Belg";

    /// <summary>12 digits.</summary>
    public string CardNumber { get; init; } = "592000000012";

    /// <summary>nl, fr or de: how the card writes the month of birth.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>The municipality that issued the card.</summary>
    public string IssuingMunicipality { get; init; } = "Brussel";

    /// <summary>Where the person lives.</summary>
    public CitizenAddress Address { get; init; } = new("Marktplein 1", "1000", "Brussel");

    /// <summary>PIN tries left when the card is made, 0 to 3.</summary>
    public int TriesLeft { get; init; } = 3;

    /// <summary>What is wrong with this person's card.</summary>
    public IReadOnlyList<CitizenFault> Faults { get; init; } = [];

    /// <summary>All citizens that ship with the simulator, by id.</summary>
    public static IReadOnlyDictionary<string, Citizen> All => Shipped.Value;

    /// <summary>The id alone: a record would otherwise print PIN and national number wherever it is logged.</summary>
    public override string ToString() => Id;

    internal static Citizen Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Citizen>(json, FileFormat) ?? throw new JsonException("A citizen's file is a JSON object.");

    private static FrozenDictionary<string, Citizen> ReadShipped() =>
        EmbeddedFile.Names("citizens/").Select(name => Parse(EmbeddedFile.Read(name)))
            .ToFrozenDictionary(citizen => citizen.Id, StringComparer.Ordinal);
}
