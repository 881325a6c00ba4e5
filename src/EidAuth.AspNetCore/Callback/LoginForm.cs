using System.Text;
using EidAuth.Login;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace EidAuth.AspNetCore.Callback;

/// <summary>What the agent posts: the fields of a login and no others. Nothing in it is proven.</summary>
/// <param name="State">The attempt.</param>
/// <param name="Token">The token's JSON; null when the login ended at the agent.</param>
/// <param name="Chain">Candidates for the path, JSON; null when none came.</param>
/// <param name="Error">How it ended at the agent; null when there is a token.</param>
/// <param name="Identity">Fields of the card, JSON; null when none came, or the site asks for none.</param>
internal sealed record LoginForm(string State, string? Token, string? Chain, string? Error, string? Identity)
{
    /// <summary>The largest form that is read: a token of 10,000 bytes and four certificates of 4 KiB, percent-encoded, with some room.</summary>
    public const int MaximumLength = 48 * 1024;

    /// <summary>The same where the site asks for fields of the card: every file at its longest is 46 KiB of JSON, percent-encoded, with some room.</summary>
    public const int MaximumLengthWithFields = MaximumLength + (54 * 1024);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the body; what is refused here used nothing up.</summary>
    public static async Task<(LoginForm? Form, RequestRefusal Refusal)> ReadAsync(HttpRequest request, bool withFields, CancellationToken cancellation)
    {
        var maximumLength = withFields ? MaximumLengthWithFields : MaximumLength;
        if (!HttpMethods.IsPost(request.Method))
        {
            return (null, RequestRefusal.MethodNotAllowed);
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/x-www-form-urlencoded")
        {
            return (null, RequestRefusal.ContentTypeRefused);
        }

        if (request.ContentLength > maximumLength)
        {
            return (null, RequestRefusal.FormTooLarge);
        }

        var buffer = new byte[maximumLength + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > maximumLength ? (null, RequestRefusal.FormTooLarge)
            : Parse(buffer.AsSpan(0, length), withFields) is { } form ? (form, default)
            : (null, RequestRefusal.FormMalformed);
    }

    /// <summary>Takes the fields of a login, each at most once; every other field is dropped unread.</summary>
    private static LoginForm? Parse(ReadOnlySpan<byte> body, bool withFields)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(body);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(text))
        {
            var name = pair.DecodeName().ToString();
            if ((name is "state" or "token" or "chain" or "error" || (withFields && name is "identity")) && !fields.TryAdd(name, pair.DecodeValue().ToString()))
            {
                return null;
            }
        }

        var form = new LoginForm(
            fields.GetValueOrDefault("state", ""), fields.GetValueOrDefault("token"), fields.GetValueOrDefault("chain"), fields.GetValueOrDefault("error"),
            fields.GetValueOrDefault("identity"));
        return Challenges.Challenge.IsId(form.State) && form.Token is null != form.Error is null && (form.Error is null || AgentFailure.IsKnown(form.Error)) ? form : null;
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(LoginForm);
}
