using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using EidAuth.Belpic;

namespace EidAgent.Commands;

/// <summary>
/// A report as one JSON object. Every text is exact; control and format characters are escaped, so the output is harmless on a terminal too. A member that the card
/// has nothing for is null or empty, never absent; docs/command-line.md lists them.
/// </summary>
internal static class CardJson
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, Encoder = HarmlessEncoder() };

    public static string Write(CardReport report)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            json.WriteStartObject();
            json.WriteBoolean("verified", report.IsVerified);
            if (report.IsTest)
            {
                json.WriteBoolean("testTrust", true);
            }

            json.WriteString("applet", report.Applet);
            json.WriteString("reader", report.Reader);
            json.WriteString("chipNumber", Convert.ToHexString(report.Content.ChipNumber.Span));
            IdentityJson.Write(json, report.Content.Identity);
            WriteAddress(json, report.Content.Address);
            WritePhoto(json, report);
            WriteProof(json, report.Proof);
            WriteFields(json, report.Content);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteAddress(Utf8JsonWriter json, Address? address)
    {
        if (address is null)
        {
            json.WriteNull("address");
            return;
        }

        json.WriteStartObject("address");
        json.WriteString("street", address.Street);
        json.WriteString("zip", address.Zip);
        json.WriteString("municipality", address.Municipality);
        json.WriteEndObject();
    }

    private static void WritePhoto(Utf8JsonWriter json, CardReport report)
    {
        if (report.Content.Photo is not { } photo)
        {
            json.WriteNull("photo");
            return;
        }

        json.WriteStartObject("photo");
        json.WriteNumber("bytes", photo.Length);
        json.WriteString("file", report.PhotoFile);
        json.WriteEndObject();
    }

    private static void WriteProof(Utf8JsonWriter json, CardProof? proof)
    {
        if (proof is null)
        {
            json.WriteNull("proof");
            return;
        }

        json.WriteStartObject("proof");
        json.WriteBoolean("genuine", proof.IsGenuine);
        json.WriteBoolean("test", proof.IsTest);
        json.WriteStartObject("facts");
        foreach (var (fact, state) in proof.Facts.OrderBy(fact => fact.Key))
        {
            json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(fact.ToString()), state.ToString());
        }

        json.WriteEndObject();
        json.WriteList("faults", proof.Faults.Select(fault => fault.ToString()));
        json.WriteList("remarks", proof.Remarks.Select(remark => remark.ToString()));
        json.WriteEndObject();
    }

    // Tag to value in hexadecimal: also what has no member of its own.
    private static void WriteFields(Utf8JsonWriter json, CardContent content)
    {
        json.WriteStartObject("fields");
        foreach (var (name, fields) in new[] { ("identity", content.Identity?.Fields), ("address", content.Address?.Fields) })
        {
            json.WriteStartObject(name);
            foreach (var field in fields ?? [])
            {
                json.WriteString(field.Tag.ToString("X2", CultureInfo.InvariantCulture), Convert.ToHexString(field.Value.Span));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    // What the framework's own encoder lets through would still turn text around on a terminal.
    private static JavaScriptEncoder HarmlessEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        var letters = Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code);
        settings.ForbidCharacters([.. letters.Where(letter => TerminalText.Harms(char.GetUnicodeCategory(letter)))]);
        return JavaScriptEncoder.Create(settings);
    }
}
