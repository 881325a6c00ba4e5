using System.Text.Json;

namespace EidAuth.Login;

/// <summary>
/// The form field <c>chain</c>: a JSON array of base64 certificates from the card, candidates for the path and nothing more. At most 4 of 4 KiB.
/// </summary>
public static class CertificateBag
{
    /// <summary>How many certificates a bag holds at most.</summary>
    public const int MaximumCount = 4;

    /// <summary>The largest certificate, in bytes of DER.</summary>
    public const int MaximumCertificateLength = 4096;

    // Four times the base64 of 4 KiB, with quotes and commas and every "/" and "+" written as \u002F.
    private const int MaximumJsonLength = 4 * 6 * 5468;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 2 };

    /// <summary>The JSON array.</summary>
    /// <exception cref="ArgumentException">More than fit into a bag, or one that is empty or too large.</exception>
    public static string ToJson(IReadOnlyList<byte[]> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        if (certificates.Count > MaximumCount || certificates.Any(certificate => certificate.Length is 0 or > MaximumCertificateLength))
        {
            throw new ArgumentException("At most 4 certificates of at most 4 KiB.", nameof(certificates));
        }

        return "[" + string.Join(',', certificates.Select(certificate => $"\"{Convert.ToBase64String(certificate)}\"")) + "]";
    }

    /// <summary>Reads the field; null or empty text is an empty bag.</summary>
    public static bool TryParse(string? json, out IReadOnlyList<byte[]> certificates)
    {
        certificates = [];
        if (string.IsNullOrEmpty(json))
        {
            return true;
        }

        if (json.Length > MaximumJsonLength)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() > MaximumCount)
            {
                return false;
            }

            var bag = new List<byte[]>(MaximumCount);
            foreach (var element in root.EnumerateArray())
            {
                if (element.ValueKind != JsonValueKind.String || !StrictBase64.TryDecode(element.GetString(), MaximumCertificateLength, out var certificate))
                {
                    return false;
                }

                bag.Add(certificate);
            }

            certificates = bag;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Not JSON; or JSON with half a surrogate pair, which the reader reports by the other two.
            return false;
        }
    }
}
