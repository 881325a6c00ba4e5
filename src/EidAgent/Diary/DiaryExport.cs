using System.Text;
using System.Text.Json;

namespace EidAgent.Diary;

/// <summary>The diary as one JSON array, the oldest entry first.</summary>
internal static class DiaryExport
{
    public static string Json(IEnumerable<DiaryEntry> entries)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach (var entry in entries)
            {
                DiaryLine.WriteObject(json, entry);
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }
}
