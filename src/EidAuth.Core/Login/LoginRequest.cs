using System.Globalization;
using System.Text;

namespace EidAuth.Login;

/// <summary>
/// What a site asks of the agent: the query of <c>GET /login</c> (docs/protocol.md). Only <see cref="TryParse"/> makes one from untrusted text, so an
/// instance always has a return address that may receive a token.
/// </summary>
public sealed record LoginRequest
{
    private static readonly string[] Languages = ["nl", "fr", "de", "en"];
    private static readonly IReadOnlyList<string> KnownFields = FieldNames.Of(Belpic.CardParts.Holder);

    private LoginRequest(string nonce, ReturnAddress returnTo, string state, string? language, IReadOnlyList<string> fields, string? end)
    {
        (Nonce, ReturnTo, State, Language, Fields, End) = (nonce, returnTo, state, language, fields, end);
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

    /// <summary>
    /// End on removal: what the agent posts to <see cref="ReturnAddress.EndAddress"/> once the card that signed has left its reader. Base64url of 32 random bytes, 43
    /// characters; who knows it can end that one session and nothing else. Null: the site does not ask for it.
    /// </summary>
    public string? End { get; }

    /// <summary>Makes a request from values the site itself chose.</summary>
    /// <exception cref="ArgumentException">A value that no agent would take.</exception>
    public static LoginRequest Create(
        string nonce, ReturnAddress returnTo, string state, string? language = null, IReadOnlyList<string>? fields = null, string? end = null)
    {
        ArgumentNullException.ThrowIfNull(returnTo);
        if (!IsNonce(nonce))
        {
            throw new ArgumentException("The nonce is base64 of 32 bytes.", nameof(nonce));
        }

        if (!IsState(state))
        {
            throw new ArgumentException("The state is base64url of 16 bytes.", nameof(state));
        }

        if (language is not null && !Languages.Contains(language))
        {
            throw new ArgumentException("The language is nl, fr, de, en or none.", nameof(language));
        }

        if (fields is not null && (fields.Any(field => !KnownFields.Contains(field)) || fields.Distinct().Count() != fields.Count))
        {
            throw new ArgumentException("Fields are identity, address and photo, each at most once.", nameof(fields));
        }

        if (end is not null && !IsEnd(end))
        {
            throw new ArgumentException("The end text is base64url of 32 bytes.", nameof(end));
        }

        return new(nonce, returnTo, state, language, fields ?? [], end);
    }

    /// <summary>Whether a text has the one form of an end text: 43 characters of base64url, no padding, no stray bits. Both sides ask this of what was posted to them.</summary>
    public static bool IsEnd(string? text) => StrictBase64.IsUrlOf(text, LoginFormat.EndBytes);

    /// <summary>
    /// Reads a query. Every parameter at most once, unknown ones refused, lengths and alphabets checked.
    /// </summary>
    /// <param name="query">Name and value pairs, already percent-decoded.</param>
    /// <param name="request">The request, when true is returned.</param>
    /// <param name="error">Why not, when false is returned.</param>
    public static bool TryParse(IEnumerable<KeyValuePair<string, string>> query, out LoginRequest? request, out LoginRequestError error)
    {
        ArgumentNullException.ThrowIfNull(query);
        request = null;
        error = LoginRequestError.Malformed;
        string? version = null, nonce = null, returnTo = null, state = null, language = null, fieldList = null, end = null;
        var hasUnknown = false;
        var count = 0;
        foreach (var (name, value) in query)
        {
            // One parse, each parameter once (threat 23, parameter confusion): a second "return_to" is not the first one's correction.
            if (++count > 16 || value is null || !(name switch
            {
                "v" => TakeOnce(ref version, value),
                "nonce" => TakeOnce(ref nonce, value),
                "return_to" => TakeOnce(ref returnTo, value),
                "state" => TakeOnce(ref state, value),
                "lang" => TakeOnce(ref language, value),
                "fields" => TakeOnce(ref fieldList, value),
                LoginFormat.EndParameter => TakeOnce(ref end, value),
                _ => hasUnknown = true,
            }))
            {
                return false;
            }
        }

        // The version is judged before the rest: a later one may well have parameters this agent does not know.
        if (version != LoginFormat.RequestVersion)
        {
            error = version is { Length: > 0 and <= 8 } ? LoginRequestError.UnknownVersion : LoginRequestError.Malformed;
            return false;
        }

        if (hasUnknown || returnTo is null || !IsNonce(nonce) || !IsState(state) || (end is not null && !IsEnd(end)))
        {
            return false;
        }

        if (!ReturnAddress.TryParse(returnTo, out var address))
        {
            error = LoginRequestError.ReturnAddressRefused;
            return false;
        }

        if (!TryReadFields(fieldList, out var fields, out error))
        {
            return false;
        }

        request = new LoginRequest(nonce!, address!, state!, Languages.Contains(language) ? language : null, fields, end);
        return true;
    }

    /// <summary>The address to send the browser to: <c>http://127.0.0.1:port/login?v=1&amp;…</c>.</summary>
    public Uri ToAgentAddress(int port = LoginFormat.AgentPort)
    {
        var address = new StringBuilder();
        address.Append(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/login?v={LoginFormat.RequestVersion}");
        address.Append("&nonce=").Append(Uri.EscapeDataString(Nonce));
        address.Append("&return_to=").Append(Uri.EscapeDataString(ReturnTo.Uri.AbsoluteUri));
        address.Append("&state=").Append(State);
        if (Language is not null)
        {
            address.Append("&lang=").Append(Language);
        }

        if (Fields.Count > 0)
        {
            address.Append("&fields=").AppendJoin(',', Fields);
        }

        if (End is not null)
        {
            address.Append('&').Append(LoginFormat.EndParameter).Append('=').Append(End);
        }

        return new Uri(address.ToString());
    }

    /// <summary>Without nonce, state and end text, which belong in no log.</summary>
    public override string ToString() => $"LoginRequest for {ReturnTo.Origin}";

    private static bool TakeOnce(ref string? place, string value)
    {
        if (place is not null)
        {
            return false;
        }

        place = value;
        return true;
    }

    private static bool IsNonce(string? text) => text?.Length == 44 && StrictBase64.TryDecode(text, 32, out var bytes) && bytes.Length == 32;

    private static bool IsState(string? text) => StrictBase64.IsUrlOf(text, 16);

    private static bool TryReadFields(string? list, out IReadOnlyList<string> fields, out LoginRequestError error)
    {
        fields = [];
        error = LoginRequestError.None;
        if (list is null)
        {
            return true;
        }

        // Three names and two commas: longer lists have a doubled or an unknown name.
        var names = list.Split(',', 5);
        if (names.Length > KnownFields.Count || names.Distinct().Count() != names.Length || list.Length == 0)
        {
            error = LoginRequestError.Malformed;
            return false;
        }

        if (names.Any(name => !KnownFields.Contains(name)))
        {
            error = LoginRequestError.UnknownField;
            return false;
        }

        fields = names;
        return true;
    }
}
