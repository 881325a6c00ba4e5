namespace EidAuth.Login;

/// <summary>
/// A web origin in its ASCII serialisation (RFC 6454 §6.2): scheme://host[:port], lower case, Punycode, default port dropped, no trailing slash.
/// One type for both sides, so that what the agent signs is what the site compares.
/// </summary>
public sealed record Origin
{
    private Origin(string value, bool isLoopback) => (Value, IsLoopback) = (value, isLoopback);

    /// <summary>The serialisation, for example <c>https://loket.example.be</c>.</summary>
    public string Value { get; }

    /// <summary>The host is localhost, *.localhost, 127/8 or [::1].</summary>
    public bool IsLoopback { get; }

    /// <summary>The host with Punycode undone, for people to read beside the ASCII form; equal to the host when there is none.</summary>
    public string DisplayHost => throw new NotImplementedException();

    /// <summary>Reads an origin: https, or http on a loopback host; nothing but scheme, host and port.</summary>
    public static bool TryParse(string? text, out Origin? origin) => throw new NotImplementedException();

    /// <inheritdoc/>
    public override string ToString() => Value;
}
