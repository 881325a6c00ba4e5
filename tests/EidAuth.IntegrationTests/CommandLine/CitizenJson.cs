using System.Globalization;
using System.Text;
using System.Text.Json;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>A citizen's file held against what <c>read --json</c> printed, member by member. A member that nobody compares fails.</summary>
internal static class CitizenJson
{
    // What is wrong with the card, whose keys it has, and how the simulator makes it: not in what a card says of its holder.
    private static readonly string[] NotOnTheCard =
    [
        "id", "purpose", "group", "pin", "applet", "profile", "language", "country", "foreignerCa", "triesLeft", "faults", "certificates", "certificateNumber",
        "addressLength", "keys",
    ];

    private static readonly string[] Texts =
        ["nationalNumber", "surname", "givenNames", "thirdNameInitial", "birthPlace", "nationality", "nobleCondition", "cardNumber", "issuingMunicipality"];

    // Members that hold a field's bytes as text.
    private static readonly Dictionary<string, string> Tags = new()
    {
        ["sex"] = "0D",
        ["documentType"] = "0F",
        ["specialStatus"] = "10",
        ["duplicate"] = "12",
        ["specialOrganisation"] = "13",
        ["protection"] = "15",
        ["workPermit"] = "16",
        ["vat1"] = "17",
        ["vat2"] = "18",
        ["regionalFileNumber"] = "19",
        ["brexit1"] = "1B",
        ["brexit2"] = "1C",
        ["cardAMention1"] = "1D",
        ["cardAMention2"] = "1E",
    };

    internal static IReadOnlyList<string> Ids { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "hardware-fixtures", "citizens");

    internal static JsonElement Read(string id) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, id + ".json"))).RootElement;

    internal static string[] FaultsOf(JsonElement citizen) =>
        citizen.TryGetProperty("faults", out var faults) ? [.. faults.EnumerateArray().Select(fault => fault.GetString()!)] : [];

    internal static void AssertEqual(JsonElement citizen, JsonElement read)
    {
        Assert.Equal(Text(citizen, "applet")[..2], Text(read, "applet")[..2]);
        foreach (var member in citizen.EnumerateObject().Where(member => !NotOnTheCard.Contains(member.Name)))
        {
            Compare(member, read);
        }
    }

    private static void Compare(JsonProperty member, JsonElement read)
    {
        var fields = read.GetProperty("fields").GetProperty("identity");
        switch (member.Name)
        {
            case var text when Texts.Contains(text):
                Assert.Equal(member.Value.GetString()!.Trim(' '), Text(read, text));
                break;
            case "birthDate":
                Assert.Equal(member.Value.GetString(), Text(read, "birthDate"));
                break;
            case "validity":
                Assert.Equal(member.Value.GetProperty("from").GetString(), Text(read, "validFrom"));
                Assert.Equal(member.Value.GetProperty("until").GetString(), Text(read, "validUntil"));
                break;
            case "euStartDate":
                Assert.Equal(member.Value.GetString(), Text(read, "europeanCardSince"));
                break;
            case "memberOfFamily":
                Assert.Equal(member.Value.GetBoolean(), read.GetProperty("memberOfFamily").GetBoolean());
                Assert.Equal(member.Value.GetBoolean(), fields.TryGetProperty("14", out _));
                break;
            case "address":
                foreach (var line in member.Value.EnumerateObject())
                {
                    Assert.Equal(line.Value.GetString()!.Trim(' '), Text(read.GetProperty("address"), line.Name));
                }

                break;
            default:
                Assert.True(Tags.TryGetValue(member.Name, out var tag), $"nobody compares {member.Name}");
                Assert.Equal(member.Value.GetString(), Encoding.UTF8.GetString(Convert.FromHexString(Text(fields, tag!))));
                break;
        }

        if (member.Name == "sex")
        {
            Assert.Equal(member.Value.GetString() == "M" ? "M" : "F", Text(read, "sex"));
        }

        if (member.Name == "documentType")
        {
            Assert.Equal(int.Parse(member.Value.GetString()!, CultureInfo.InvariantCulture), read.GetProperty("documentType").GetProperty("number").GetInt32());
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
