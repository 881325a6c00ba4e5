using System.Buffers;
using System.Buffers.Text;

namespace EidAuth.Login;

/// <summary>Base64 with the standard alphabet in its one canonical form (RFC 4648 §3.5, §4): padded, no white space, no stray bits.</summary>
internal static class StrictBase64
{
    /// <summary>Decodes, or says no: also to text that decodes to more than <paramref name="maximumBytes"/>.</summary>
    public static bool TryDecode(string? text, int maximumBytes, out byte[] bytes)
    {
        bytes = [];
        if (string.IsNullOrEmpty(text) || text.Length % 4 != 0 || text.Length / 4 > (maximumBytes + 2) / 3)
        {
            return false;
        }

        var buffer = new byte[text.Length / 4 * 3];

        // The decoder skips white space and stray bits of the last character: only text that comes out again as it went in is canonical.
        if (!Convert.TryFromBase64String(text, buffer, out var written) || written > maximumBytes || Convert.ToBase64String(buffer.AsSpan(0, written)) != text)
        {
            return false;
        }

        bytes = written == buffer.Length ? buffer : buffer[..written];
        return true;
    }

    /// <summary>The same for base64url without padding (RFC 4648 §5), of exactly that many bytes.</summary>
    public static bool IsUrlOf(string? text, int bytes)
    {
        if (text is null || text.Length != Base64Url.GetEncodedLength(bytes))
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[bytes];
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('-' or '_'))
            {
                return false;
            }
        }

        return Base64Url.DecodeFromChars(text, buffer, out _, out var written) == OperationStatus.Done
            && written == bytes
            && Base64Url.EncodeToString(buffer) == text;
    }
}
