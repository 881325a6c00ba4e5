using System.Globalization;

namespace EidAuth.Login;

/// <summary>
/// An address that may receive a token: https, or http on a loopback host; last path segment <c>signin-eid</c>; no query, fragment, user info or backslash.
/// </summary>
public sealed record ReturnAddress
{
    private const int MaximumLength = 1000;

    private ReturnAddress(Uri uri, Origin origin) => (Uri, Origin) = (uri, origin);

    /// <summary>The whole address, as it will be the action of the form.</summary>
    public Uri Uri { get; }

    /// <summary>Scheme, host and port: what is shown, signed and put into form-action.</summary>
    public Origin Origin { get; }

    /// <summary>
    /// Where the agent says that the card left: this address, one segment further. It never is a return address itself, so no page with a token goes there.
    /// </summary>
    public Uri EndAddress => new($"{Uri.AbsoluteUri}/{LoginFormat.EndSegment}");

    /// <summary>Reads and checks an address. Nothing is tidied up in the path: what a browser would rewrite is refused.</summary>
    public static bool TryParse(string? text, out ReturnAddress? address)
    {
        address = null;
        if (text is null || text.Length > MaximumLength)
        {
            return false;
        }

        var afterScheme = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var slash = afterScheme < 3 ? -1 : text.IndexOf('/', afterScheme);
        if (slash < 0 || !Origin.TryParse(text[..slash], out var origin) || !IsPathToCallback(text.AsSpan(slash)))
        {
            return false;
        }

        // Two readers of one address must agree (RFC 3986 leaves room): what Uri would write otherwise is refused.
        var normal = origin!.Value + text[slash..];
        if (!Uri.TryCreate(normal, UriKind.Absolute, out var uri) || uri.AbsoluteUri != normal)
        {
            return false;
        }

        address = new ReturnAddress(uri, origin);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Uri.AbsoluteUri;

    private static bool IsPathToCallback(ReadOnlySpan<char> path)
    {
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in path[1..].Split('/'))
        {
            last = path[1..][range];
            if (!IsSegment(last))
            {
                return false;
            }
        }

        return last.SequenceEqual(LoginFormat.CallbackSegment);
    }

    // pchar of RFC 3986 §3.3, and no encoding of a character that would change the path once decoded.
    private static bool IsSegment(ReadOnlySpan<char> segment)
    {
        if (segment.Length == 0 || segment.SequenceEqual(".") || segment.SequenceEqual(".."))
        {
            return false;
        }

        for (var i = 0; i < segment.Length; i++)
        {
            if (segment[i] != '%')
            {
                if (!char.IsAsciiLetterOrDigit(segment[i]) && !"-._~!$&'()*+,;=:@".Contains(segment[i], StringComparison.Ordinal))
                {
                    return false;
                }

                continue;
            }

            if (i + 2 >= segment.Length
                || !byte.TryParse(segment.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var decoded)
                || decoded is < 0x20 or 0x7F or (byte)'/' or (byte)'\\' or (byte)'.' or (byte)'%')
            {
                return false;
            }

            i += 2;
        }

        return true;
    }
}
