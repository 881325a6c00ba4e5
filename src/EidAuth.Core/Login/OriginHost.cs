using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EidAuth.Login;

/// <summary>
/// The host part of an origin, brought to the form that browsers serialise (WHATWG URL §3.5), or refused. Stricter than browsers: whatever they would silently
/// rewrite into another host (full-width characters, short or octal IPv4, percent-encoding) is no host here.
/// </summary>
internal static class OriginHost
{
    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>Lower case and Punycode, IPv4 in four decimal octets, IPv6 compressed in brackets.</summary>
    public static bool TryNormalize(ReadOnlySpan<char> text, out string host, out bool isLoopback)
    {
        isLoopback = false;
        host = "";
        if (text.Length is 0 or > 253)
        {
            return false;
        }

        if (text[0] == '[')
        {
            return text[^1] == ']' && TryNormalizeIpv6(text[1..^1], out host, out isLoopback);
        }

        var labels = text.ToString().Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (!TryNormalizeLabel(labels[i], out labels[i]))
            {
                return false;
            }
        }

        host = string.Join('.', labels);
        if (host.Length > 253)
        {
            return false;
        }

        // Browsers read a host whose last label is a number as IPv4 (decimal, octal, hexadecimal, one to four parts).
        if (char.IsAsciiDigit(labels[^1][0]) && (labels[^1].All(char.IsAsciiDigit) || labels[^1].StartsWith("0x", StringComparison.Ordinal)))
        {
            isLoopback = labels[0] == "127";
            return labels.Length == 4 && labels.All(IsOctet);
        }

        isLoopback = labels[^1] == "localhost";
        return true;
    }

    /// <summary>
    /// Undoes Punycode, label by label, where all letters are of this country's languages. Another script spells any Latin name in letters that look the same:
    /// such a label stays as it is.
    /// </summary>
    public static string ToDisplay(string host) =>
        string.Join('.', host.Split('.').Select(label =>
            label.StartsWith("xn--", StringComparison.Ordinal) && TryUnmap(label, out var unicode) && unicode.All(IsOfOurLanguages) ? unicode : label));

    private static bool TryNormalizeLabel(string label, out string ascii)
    {
        ascii = label;
        if (label.Length is 0 or > 63)
        {
            return false;
        }

        if (!Ascii.IsValid(label))
        {
            // Only what stays non-ASCII: a full-width "b" that folds to "b" is a look-alike, not a name.
            return IsSpelled(label)
                && TryMap(label.Normalize(NormalizationForm.FormC), out ascii)
                && ascii.StartsWith("xn--", StringComparison.Ordinal);
        }

        if (!label.All(character => char.IsAsciiLetterOrDigit(character) || character == '-') || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        ascii = label.ToLowerInvariant();
        return !ascii.StartsWith("xn--", StringComparison.Ordinal) || (TryUnmap(ascii, out var unicode) && IsSpelled(unicode) && TryMap(unicode, out var again) && again == ascii);
    }

    // Letters, marks and digits, however the label is written (RFC 5892 §2.1), and no mark first: it would sit on the dot or slash before it (RFC 5891 §4.2.3.2).
    private static bool IsSpelled(string label)
    {
        var isFirst = true;
        foreach (var rune in label.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && rune.Value != '-' && (isFirst || !IsMark(rune)))
            {
                return false;
            }

            isFirst = false;
        }

        return true;
    }

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // ASCII, the small letters of Latin-1 and the ligature oe.
    private static bool IsOfOurLanguages(char letter) => char.IsAscii(letter) || letter is (>= '\u00DF' and <= '\u00FF') or '\u0153';

    private static bool IsOctet(string label) =>
        label.Length <= 3 && label.All(char.IsAsciiDigit) && (label.Length == 1 || label[0] != '0') && int.Parse(label, CultureInfo.InvariantCulture) <= 255;

    private static bool TryMap(string unicode, out string ascii)
    {
        ascii = "";
        try
        {
            ascii = Idn.GetAscii(unicode);
            return ascii.Length <= 63 && !ascii.Contains('.', StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool TryUnmap(string ascii, out string unicode)
    {
        unicode = "";
        try
        {
            unicode = Idn.GetUnicode(ascii);
            return !Ascii.IsValid(unicode);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool TryNormalizeIpv6(ReadOnlySpan<char> text, out string host, out bool isLoopback)
    {
        (host, isLoopback) = ("", false);
        foreach (var character in text)
        {
            // No zone, no embedded dotted IPv4.
            if (!char.IsAsciiHexDigit(character) && character != ':')
            {
                return false;
            }
        }

        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        isLoopback = IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6;
        host = $"[{Serialize(address)}]";
        return true;
    }

    // RFC 5952 §4, without the dotted form of §5 that browsers do not use either.
    private static string Serialize(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        var (longest, start) = (1, -1);
        for (var i = 0; i < 8; i++)
        {
            var run = 0;
            while (i + run < 8 && BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * (i + run))..]) == 0)
            {
                run++;
            }

            if (run > longest)
            {
                (longest, start) = (run, i);
            }
        }

        var text = new StringBuilder();
        for (var i = 0; i < 8; i++)
        {
            if (i == start)
            {
                text.Append("::");
                i += longest - 1;
                continue;
            }

            if (text.Length > 0 && text[^1] != ':')
            {
                text.Append(':');
            }

            text.Append(CultureInfo.InvariantCulture, $"{BinaryPrimitives.ReadUInt16BigEndian(bytes[(2 * i)..]):x}");
        }

        return text.ToString();
    }
}
