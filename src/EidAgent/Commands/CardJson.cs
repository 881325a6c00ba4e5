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
            WriteIdentity(json, report.Content.Identity);
            WriteAddress(json, report.Content.Address);
            WritePhoto(json, report);
            WriteProof(json, report.Proof);
            WriteFields(json, report.Content);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteIdentity(Utf8JsonWriter json, Identity? identity)
    {
        if (identity is null)
        {
            return;
        }

        json.WriteString("nationalNumber", identity.NationalNumber);
        json.WriteString("surname", identity.Surname);
        json.WriteString("givenNames", identity.GivenNames);
        json.WriteString("thirdNameInitial", identity.ThirdNameInitial);
        json.WriteString("birthDate", Date(identity.BirthDate.Date) ?? identity.BirthDate.Year?.ToString("0000", CultureInfo.InvariantCulture));
        json.WriteString("birthDateText", identity.BirthDate.Text);
        json.WriteString("birthPlace", identity.BirthPlace);
        json.WriteString("sex", identity.Sex switch { Sex.Male => "M", Sex.Female => "F", _ => null });
        json.WriteString("nationality", identity.Nationality);
        json.WriteString("nobleCondition", identity.NobleCondition);
        json.WriteString("cardNumber", identity.CardNumber);
        json.WriteString("validFrom", Date(identity.ValidFrom));
        json.WriteString("validUntil", Date(identity.ValidUntil));
        json.WriteString("issuingMunicipality", identity.IssuingMunicipality);
        json.WriteStartObject("documentType");
        WriteNumber(json, "number", identity.DocumentTypeNumber);
        json.WriteString("name", identity.DocumentType.ToString());
        json.WriteEndObject();
        WriteFlags(json, "specialStatus", identity.SpecialStatus);
        WriteNumber(json, "duplicate", identity.Duplicate);
        json.WriteString("specialOrganisation", identity.SpecialOrganisation.ToString());
        json.WriteBoolean("memberOfFamily", identity.IsMemberOfFamily);
        json.WriteString("protectedSince", Date(identity.Protection?.Since));
        json.WriteString("protectedBy", identity.Protection?.Country);
        json.WriteString("workPermit", identity.WorkPermit.ToString());
        json.WriteString("vatNumber1", identity.VatNumber1);
        json.WriteString("vatNumber2", identity.VatNumber2);
        json.WriteString("regionalFileNumber", identity.RegionalFileNumber);
        WriteFlags<BrexitMention>(json, "brexitMention", identity.BrexitMention);
        json.WriteString("cardAMention", identity.CardAMention.ToString());
        json.WriteString("mobilityMention", identity.MobilityMention.ToString());
        json.WriteString("europeanCardSince", Date(identity.EuropeanCardSince));
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
        WriteList(json, "faults", proof.Faults.Select(fault => fault.ToString()));
        WriteList(json, "remarks", proof.Remarks.Select(remark => remark.ToString()));
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

    private static void WriteFlags<T>(Utf8JsonWriter json, string name, T? flags)
        where T : struct, Enum
    {
        if (flags is not { } set)
        {
            json.WriteNull(name);
            return;
        }

        WriteList(json, name, Enum.GetValues<T>().Where(flag => Convert.ToInt32(flag, CultureInfo.InvariantCulture) != 0 && set.HasFlag(flag)).Select(flag => flag.ToString()));
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    // What the framework's own encoder lets through would still turn text around on a terminal.
    private static JavaScriptEncoder HarmlessEncoder()
    {
        var settings = new TextEncoderSettings(UnicodeRanges.All);
        settings.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(letter => TerminalText.Harms(char.GetUnicodeCategory(letter)))]);
        return JavaScriptEncoder.Create(settings);
    }

    private static string? Date(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
