using System.Globalization;
using System.Text.Json;
using EidAuth.Login;

namespace EidAgent.Diary;

/// <summary>An entry as a line of JSON, and back. What is read was written by this program, unless a crash cut it off or somebody wrote there by hand: any bytes are taken or left.</summary>
internal static class DiaryLine
{
    private static readonly string[] Names = ["certificate", "identity", "address", "photo"];

    /// <summary>The line, with its line feed.</summary>
    public static byte[] Write(DiaryEntry entry)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            WriteObject(json, entry);
        }

        line.WriteByte((byte)'\n');
        return line.ToArray();
    }

    /// <summary>The members of an entry, the same in the file, on the command line and in an export.</summary>
    public static void WriteObject(Utf8JsonWriter json, DiaryEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        json.WriteString("at", Time(entry.At));
        json.WriteString("origin", entry.Origin);
        json.WriteString("purpose", Code(entry.Purpose));
        WriteNames(json, "asked", entry.Asked);
        if (entry.Ending is not null)
        {
            json.WriteString("ending", entry.Ending);
            json.WriteString("endedAt", Time(entry.EndedAt ?? entry.At));
            WriteNames(json, "given", entry.Given);
        }

        json.WriteEndObject();
    }

    /// <summary>The entry of one line; null when it is none.</summary>
    public static DiaryEntry? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return root.ValueKind == JsonValueKind.Object
                && Text(root, "id") is { Length: 32 } id && id.All(char.IsAsciiHexDigitLower)
                && Moment(root, "at") is { } at
                && Origin.TryParse(Text(root, "origin"), out var origin)
                && Purpose(Text(root, "purpose")) is { } purpose
                && (Text(root, "ending") is not { } ending || DiaryOutcomes.IsEnding(ending))
                ? new DiaryEntry
                {
                    Id = id,
                    At = at,
                    Origin = origin!.Value,
                    Purpose = purpose,
                    Asked = ReadNames(root, "asked"),
                    Ending = Text(root, "ending"),
                    EndedAt = Moment(root, "endedAt"),
                    Given = ReadNames(root, "given"),
                }
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>UTC, to the second (ISO 8601).</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The name in snake_case.</summary>
    public static string Code(DiaryPurpose purpose) => JsonNamingPolicy.SnakeCaseLower.ConvertName(purpose.ToString());

    private static void WriteNames(Utf8JsonWriter json, string member, IReadOnlyList<string> names)
    {
        json.WriteStartArray(member);
        foreach (var name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static string[] ReadNames(JsonElement root, string member) =>
        root.TryGetProperty(member, out var names) && names.ValueKind == JsonValueKind.Array
            ? [.. names.EnumerateArray().Select(name => name.ValueKind == JsonValueKind.String ? name.GetString() : null).Where(name => Names.Contains(name)).Distinct()!]
            : [];

    private static string? Text(JsonElement root, string member) =>
        root.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Moment(JsonElement root, string member) =>
        DateTimeOffset.TryParseExact(Text(root, member), "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static DiaryPurpose? Purpose(string? code) => Enum.GetValues<DiaryPurpose>().Where(purpose => Code(purpose) == code).Select(purpose => (DiaryPurpose?)purpose).FirstOrDefault();
}
