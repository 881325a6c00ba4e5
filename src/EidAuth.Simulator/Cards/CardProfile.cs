using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EidAuth.Simulator.Cards;

/// <summary>What differs between the generations of the card: a file of hardware-fixtures/cards, each value with its source.</summary>
internal sealed record CardProfile
{
    private static readonly JsonSerializerOptions FileFormat = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private static readonly Lazy<FrozenDictionary<string, CardProfile>> Shipped = new(() =>
        EmbeddedFile.Names("cards/").Select(name => Parse(EmbeddedFile.Read(name))).ToFrozenDictionary(profile => profile.Id, StringComparer.Ordinal));

    /// <summary>All that ship with the simulator, by id.</summary>
    public static IReadOnlyDictionary<string, CardProfile> All => Shipped.Value;

    /// <summary>The applet's version, and what else sets it apart: 1.7-rekeyed.</summary>
    public required string Id { get; init; }

    /// <summary>When it was given out and what it is known by.</summary>
    public required string Summary { get; init; }

    /// <summary>GET CARD DATA byte 21, hexadecimal.</summary>
    public required Sourced<string> Applet { get; init; }

    /// <summary>Answer to reset, hexadecimal.</summary>
    public required Sourced<string> Atr { get; init; }

    /// <summary>GET CARD DATA bytes 16 to 27, hexadecimal.</summary>
    public required Sourced<string> CardDataTail { get; init; }

    /// <summary>How chip numbers begin, hexadecimal; the rest is the chip's own.</summary>
    public required Sourced<string> ChipNumberPrefix { get; init; }

    /// <summary>TokenInfo's version bytes: graphical, electrical, interface, reserved; hexadecimal.</summary>
    public required Sourced<string> TokenVersion { get; init; }

    /// <summary>Keys 82 and 83: RSA-1024, RSA-2048 or P-384.</summary>
    public required Sourced<string> Keys { get; init; }

    /// <summary>The algorithm references that MSE SET takes, hexadecimal.</summary>
    public required Sourced<IReadOnlyList<string>> Algorithms { get; init; }

    /// <summary>The key size that EF(PrKDF) tells, hexadecimal.</summary>
    public required Sourced<string> ObjectDirectoryKeySize { get; init; }

    /// <summary>EF(CDF) marks the certificates private, which hides them from PKCS#11 until login.</summary>
    public required Sourced<bool> CertificatesArePrivate { get; init; }

    /// <summary>Which half of the PKI certifies the holder: rsa or ec.</summary>
    public required Sourced<string> Authority { get; init; }

    /// <summary>Zero bytes after the DER in 5038, 5039, 503A.</summary>
    public required Sourced<int> CertificatePadding { get; init; }

    /// <summary>503B and 503C have them too.</summary>
    public required Sourced<bool> PadsRootAndRegister { get; init; }

    /// <summary>How many zero bytes stand for a certificate that the card does not have.</summary>
    public required Sourced<int> MissingCertificateLength { get; init; }

    /// <summary>The National Register's signer: rsa-1024, rsa-2048 or ec.</summary>
    public required Sourced<string> Register { get; init; }

    /// <summary>The hash it signs.</summary>
    public required Sourced<string> RegisterHash { get; init; }

    /// <summary>The hash of tag 11.</summary>
    public required Sourced<string> PhotoHash { get; init; }

    /// <summary>The drawn photo.</summary>
    public required Sourced<string> Photo { get; init; }

    /// <summary>Bytes of file 4033, zeros included.</summary>
    public required Sourced<int> AddressLength { get; init; }

    /// <summary>File 4038 is there.</summary>
    public required Sourced<bool> HasRoleKeyHash { get; init; }

    /// <summary>Bytes of file 4039; 0 for a card without it.</summary>
    public required Sourced<int> PreferencesLength { get; init; }

    /// <summary>The directory of identity files has an AID.</summary>
    public required Sourced<bool> HasIdentityApplication { get; init; }

    /// <summary>What SELECT FILE answers on a card that is not activated yet, hexadecimal.</summary>
    public required Sourced<string> SelectWhenNotActivated { get; init; }

    /// <summary>VERIFY without data is a wrong PIN and no question.</summary>
    public required Sourced<bool> EmptyVerifyCostsTry { get; init; }

    /// <summary>GET CARD DATA with P2 = 01 tells the PIN tries left.</summary>
    public required Sourced<bool> TellsTries { get; init; }

    /// <summary>How many commands may stand between VERIFY and a signature with key 83.</summary>
    public required Sourced<int> CommandsBetweenVerifyAndSignature { get; init; }

    /// <summary>READ RECORD.</summary>
    public required Sourced<bool> ReadsRecords { get; init; }

    /// <summary>INTERNAL AUTHENTICATE with basic key 81, whose public half is file 4040.</summary>
    public required Sourced<bool> AuthenticatesItself { get; init; }

    /// <summary>Keys 82 and 83 are P-384.</summary>
    public bool IsEc => Keys.Value == "P-384";

    /// <summary>The profile of a citizen's card.</summary>
    /// <exception cref="ArgumentException">There is none of that name, or it is one of another applet.</exception>
    public static CardProfile Of(Citizen citizen)
    {
        var id = citizen.Profile ?? citizen.Applet;
        return All.TryGetValue(id, out var profile) && id.Split('-')[0] == citizen.Applet
            ? profile
            : throw new ArgumentException($"The card profiles are {string.Join(", ", All.Keys.Order(StringComparer.Ordinal))}.", nameof(citizen));
    }

    /// <summary>New keys.</summary>
    public CardKeys MakeKeys() => new(MakeKey(), MakeKey(), AuthenticatesItself.Value ? ECDsa.Create(ECCurve.NamedCurves.nistP384) : null);

    internal static CardProfile Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<CardProfile>(json, FileFormat) ?? throw new JsonException("A card profile is a JSON object.");

    private AsymmetricAlgorithm MakeKey() => Keys.Value switch
    {
        "RSA-1024" => RSA.Create(1024),
        "RSA-2048" => RSA.Create(2048),
        "P-384" => ECDsa.Create(ECCurve.NamedCurves.nistP384),
        _ => throw new InvalidDataException($"Profile {Id}: the keys are RSA-1024, RSA-2048 or P-384."),
    };
}
