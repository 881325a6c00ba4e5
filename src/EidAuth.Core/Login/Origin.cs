using System.Globalization;

namespace EidAuth.Login;

/// <summary>
/// A web origin in its ASCII serialisation (RFC 6454 §6.2): scheme://host[:port], lower case, Punycode, default port dropped, no trailing slash.
/// One type for both sides, so that what the agent signs is what the site compares.
/// </summary>
public sealed record Origin
{
    /// <summary>No origin is longer: 253 characters of host name and the rest.</summary>
    internal const int MaximumLength = 300;

    private readonly string host;

    private Origin(string value, string host, bool isLoopback) => (Value, this.host, IsLoopback) = (value, host, isLoopback);

    /// <summary>The serialisation, for example <c>https://loket.example.be</c>.</summary>
    public string Value { get; }

    /// <summary>The host is localhost, *.localhost, 127/8 or [::1].</summary>
    public bool IsLoopback { get; }

    /// <summary>The host with Punycode undone, for people to read beside the ASCII form; equal to the host when there is none.</summary>
    public string DisplayHost => OriginHost.ToDisplay(host);

    /// <summary>Reads an origin: https, or http on a loopback host; nothing but scheme, host and port.</summary>
    public static bool TryParse(string? text, out Origin? origin)
    {
        origin = null;
        if (text is null || text.Length > MaximumLength)
        {
            return false;
        }

        var isHttps = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (!isHttps && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var authority = text.AsSpan(isHttps ? 8 : 7);

        // Inside the brackets of an IPv6 address colons are no port.
        var colon = authority[(authority.LastIndexOf(']') + 1)..].LastIndexOf(':');
        colon = colon < 0 ? -1 : colon + authority.LastIndexOf(']') + 1;
        var port = isHttps ? 443 : 80;
        if (colon >= 0 && !TryParsePort(authority[(colon + 1)..], out port))
        {
            return false;
        }

        var hostText = colon >= 0 ? authority[..colon] : authority;
        if (!OriginHost.TryNormalize(hostText, out var host, out var isLoopback) || (!isHttps && !isLoopback))
        {
            return false;
        }

        var scheme = isHttps ? "https" : "http";
        var value = port == (isHttps ? 443 : 80) ? $"{scheme}://{host}" : string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}");
        origin = new Origin(value, host, isLoopback);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    // 1 to 65535 in ASCII digits without leading zero: the one form that comes out again as it went in.
    private static bool TryParsePort(ReadOnlySpan<char> text, out int port)
    {
        port = 0;
        if (text.Length is 0 or > 5 || text[0] == '0')
        {
            return false;
        }

        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            port = (port * 10) + digit - '0';
        }

        return port <= 65535;
    }
}
