namespace EidAuth.Login;

/// <summary>
/// An address that may receive a token: https, or http on a loopback host; last path segment <c>signin-eid</c>; no query, fragment, user info or backslash.
/// </summary>
public sealed record ReturnAddress
{
    private ReturnAddress(Uri uri, Origin origin) => (Uri, Origin) = (uri, origin);

    /// <summary>The whole address, as it will be the action of the form.</summary>
    public Uri Uri { get; }

    /// <summary>Scheme, host and port: what is shown, signed and put into form-action.</summary>
    public Origin Origin { get; }

    /// <summary>Reads and checks an address.</summary>
    public static bool TryParse(string? text, out ReturnAddress? address) => throw new NotImplementedException();
}
