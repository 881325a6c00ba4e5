using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace EidAuth.Login;

/// <summary>A Web eID authentication token as it came over the wire: nothing in it is proven.</summary>
/// <param name="UnverifiedCertificate">The holder's authentication certificate, DER.</param>
/// <param name="Algorithm">ES384 or RS256 (also ES256, ES512 by the format).</param>
/// <param name="Signature">Raw R‖S, or PKCS#1 v1.5.</param>
/// <param name="Format">web-eid:1 or web-eid:1.x.</param>
/// <param name="AppVersion">Informative.</param>
public sealed record LoginToken(ReadOnlyMemory<byte> UnverifiedCertificate, string Algorithm, ReadOnlyMemory<byte> Signature, string Format, string? AppVersion)
{
    /// <summary>The largest token that is looked at, in bytes of JSON.</summary>
    public const int MaximumLength = 10_000;

    private const string FormatFamily = "web-eid:1";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    // The token stands in a form field, which is encoded by itself: "+" of base64 may stay "+".
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The token's JSON.</summary>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteBase64String("unverifiedCertificate", UnverifiedCertificate.Span);
            json.WriteString("algorithm", Algorithm);
            json.WriteBase64String("signature", Signature.Span);
            json.WriteString("format", Format);
            if (AppVersion is not null)
            {
                json.WriteString("appVersion", AppVersion);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a token: size, JSON, members, strict base64. Unknown members are ignored, doubled ones refused.</summary>
    public static bool TryParse(string? json, out LoginToken? token)
    {
        token = null;
        if (string.IsNullOrEmpty(json) || json.Length > MaximumLength || Encoding.UTF8.GetByteCount(json) > MaximumLength)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object
                || !TryGetText(root, "unverifiedCertificate", out var certificateText)
                || !TryGetText(root, "algorithm", out var algorithm)
                || !TryGetText(root, "signature", out var signatureText)
                || !TryGetText(root, "format", out var format)
                || !StrictBase64.TryDecode(certificateText, MaximumLength, out var certificate)
                || !StrictBase64.TryDecode(signatureText, MaximumLength, out var signature)
                || algorithm.Length is 0 or > 16
                || !IsFormat(format))
            {
                return false;
            }

            var appVersion = root.TryGetProperty("appVersion", out var version) && version.ValueKind == JsonValueKind.String ? version.GetString() : null;
            token = new LoginToken(certificate, algorithm, signature, format, appVersion);
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON; or JSON with half a surrogate pair, which the reader reports by the other two.
            return false;
        }
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => "LoginToken";

    private static bool TryGetText(JsonElement root, string name, out string text)
    {
        text = root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";
        return text.Length > 0;
    }

    // web-eid:1, or web-eid:1. and a minor version of up to three digits: any of them carries what version 1.0 carries.
    private static bool IsFormat(string format)
    {
        if (!format.StartsWith(FormatFamily, StringComparison.Ordinal) || format.Length == FormatFamily.Length)
        {
            return format == FormatFamily;
        }

        var minor = format.AsSpan(FormatFamily.Length + 1);
        return format[FormatFamily.Length] == '.'
            && minor.Length is >= 1 and <= 3
            && !minor.ContainsAnyExceptInRange('0', '9')
            && (minor.Length == 1 || minor[0] != '0');
    }
}
