namespace EidAuth.Login;

/// <summary>
/// What a site asks of the agent: the query of <c>GET /login</c> (docs/protocol.md). Only <see cref="TryParse"/> makes one from untrusted text, so an
/// instance always has a return address that may receive a token.
/// </summary>
public sealed record LoginRequest
{
    private LoginRequest(string nonce, ReturnAddress returnTo, string state, string? language, IReadOnlyList<string> fields)
    {
        (Nonce, ReturnTo, State, Language, Fields) = (nonce, returnTo, state, language, fields);
    }

    /// <summary>The challenge, base64 of 32 bytes: 44 characters.</summary>
    public string Nonce { get; }

    /// <summary>Where the token goes; its origin is the origin that is signed and shown.</summary>
    public ReturnAddress ReturnTo { get; }

    /// <summary>16 bytes in base64url, 22 characters: opaque to the agent.</summary>
    public string State { get; }

    /// <summary>nl, fr, de, en, or null: the browser's preference decides.</summary>
    public string? Language { get; }

    /// <summary>Identity fields asked for, out of identity, address, photo; empty for a plain login.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>Makes a request from values the site itself chose.</summary>
    public static LoginRequest Create(string nonce, ReturnAddress returnTo, string state, string? language = null, IReadOnlyList<string>? fields = null) =>
        new(nonce, returnTo, state, language, fields ?? []);

    /// <summary>
    /// Reads a query. Every parameter at most once, unknown ones refused, lengths and alphabets checked.
    /// </summary>
    /// <param name="query">Name and value pairs, already percent-decoded.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="error">Why not, when false is returned.</param>
    public static bool TryParse(IEnumerable<KeyValuePair<string, string>> query, out LoginRequest? request, out LoginRequestError error) =>
        throw new NotImplementedException();

    /// <summary>The address to send the browser to: <c>http://127.0.0.1:port/login?v=1&amp;…</c>.</summary>
    public Uri ToAgentAddress(int port = LoginFormat.AgentPort) => throw new NotImplementedException();
}
