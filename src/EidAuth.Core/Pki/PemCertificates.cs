using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Pki;

/// <summary>The certificates of a PEM text (RFC 7468 §5), whatever stands before, between and after them.</summary>
public static class PemCertificates
{
    /// <summary>The contents of each CERTIFICATE block, in order; nothing of them is checked. Empty for a text without any.</summary>
    /// <param name="text">Bytes of the text.</param>
    public static IReadOnlyList<byte[]> Read(ReadOnlySpan<byte> text)
    {
        var found = new List<byte[]>();
        var rest = Encoding.Latin1.GetString(text).AsSpan();
        while (PemEncoding.TryFind(rest, out var fields))
        {
            var der = new byte[fields.DecodedDataLength];
            if (rest[fields.Label].SequenceEqual("CERTIFICATE") && Convert.TryFromBase64Chars(rest[fields.Base64Data], der, out var length) && length == der.Length)
            {
                found.Add(der);
            }

            rest = rest[fields.Location.End..];
        }

        return found;
    }
}
