using System.Text.Json;
using System.Text.Json.Serialization;

namespace TownSite.Counter.Forms;

/// <summary>Members of an enum as words with hyphens, <c>at-once</c>, exactly so: no number, no other spelling.</summary>
internal sealed class WordConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> Words =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()), StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Words.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"is not one of: {string.Join(", ", Words.Keys)}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
}
