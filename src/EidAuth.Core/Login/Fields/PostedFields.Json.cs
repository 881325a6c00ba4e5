using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EidAuth.Belpic;

namespace EidAuth.Login;

/// <content>The wire form: one JSON object.</content>
public sealed partial class PostedFields
{
    private const string GivenMember = "given";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    // It stands in a form field, which is encoded by itself: "+" of base64 may stay "+".
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON object (docs/protocol.md).</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(8192);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteStartArray(GivenMember);
            foreach (var name in FieldNames.Of(Given))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            foreach (var file in FieldFile.All)
            {
                if (files.TryGetValue(file, out var content))
                {
                    json.WriteBase64String(file.Member, content);
                }
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>
    /// Reads the field: size, JSON, names, strict base64. What goes with no part that was both asked for and given is dropped unread, as are unknown members; a
    /// doubled member is refused. A file that is missing is found by <see cref="Judge"/>.
    /// </summary>
    /// <param name="json">What came over the wire.</param>
    /// <param name="asked">What the site asked for, out of identity, address and photo.</param>
    /// <param name="fields">What is left, perhaps of no part at all.</param>
    public static bool TryParse(string? json, CardParts asked, out PostedFields? fields)
    {
        fields = null;
        if (string.IsNullOrEmpty(json) || json.Length > MaximumLength)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !TryReadGiven(root, out var given) || !TryReadFiles(root, given & asked, out var files))
            {
                return false;
            }

            fields = new PostedFields(given & asked, files);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON; or JSON with half a surrogate pair, which the reader reports by the other two.
            return false;
        }
    }

    private static bool TryReadGiven(JsonElement root, out CardParts given)
    {
        given = CardParts.None;
        if (!root.TryGetProperty(GivenMember, out var names) || names.ValueKind != JsonValueKind.Array)
        {
            return false;
        }

        foreach (var name in names.EnumerateArray())
        {
            if (name.ValueKind != JsonValueKind.String || FieldNames.PartOf(name.GetString()) is not { } part || given.HasFlag(part))
            {
                return false;
            }

            given |= part;
        }

        return given != CardParts.None;
    }

    private static bool TryReadFiles(JsonElement root, CardParts parts, out Dictionary<FieldFile, byte[]> files)
    {
        files = [];
        foreach (var file in FieldFile.All)
        {
            if (file.GoesWith(parts) && root.TryGetProperty(file.Member, out var member))
            {
                if (member.ValueKind != JsonValueKind.String || !StrictBase64.TryDecode(member.GetString(), file.MaximumLength, out var content))
                {
                    return false;
                }

                files.Add(file, content);
            }
        }

        return true;
    }
}
