using EidAuth.Login;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace EidAuth.AspNetCore.Callback;

/// <summary>
/// The agent says that a card has left (docs/protocol.md, section 5): whoever knows the text ends the sessions of that login and nothing else. Cookies and <c>Origin</c> are
/// not looked at, since the agent sends neither and a page of another site does not know the text.
/// </summary>
internal sealed class CardRemoval(IServerSessionStore store, EndLimit limit, TimeProvider clock, ILogger logger)
{
    /// <summary>One segment beyond the callback.</summary>
    public const string Path = BelgianEidDefaults.CallbackPath + "/" + LoginFormat.EndSegment;

    /// <summary><c>end=</c> and 43 characters, with some room for what percent-encoding may add.</summary>
    public const int MaximumLength = 256;

    /// <summary>The agent's second try comes after this time.</summary>
    private const string RetryAfterSeconds = "2";

    // The login may still be waiting for a responder, and a page of the site may stand between the proof and the session.
    private static readonly TimeSpan RememberedFor = TimeSpan.FromMinutes(30);

    /// <summary>204 to every text of the right form, known or not, so that an asker learns nothing.</summary>
    public async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsPost(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = HttpMethods.Post;
        }
        else if (!limit.Takes(context.Connection.RemoteIpAddress))
        {
            // Of 500 and above, so that an honest agent tries once more.
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
        else if (await ReadAsync(request, context.RequestAborted) is not { } end)
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
        }
        else
        {
            var count = await store.EndByCardAsync(EndText.HashOf(end), clock.GetUtcNow() + RememberedFor, CancellationToken.None);
            if (count > 0)
            {
                EidLog.EndedWithCard(logger, count);
            }

            response.StatusCode = StatusCodes.Status204NoContent;
        }
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/x-www-form-urlencoded" || request.ContentLength > MaximumLength)
        {
            return null;
        }

        var buffer = new byte[MaximumLength + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > MaximumLength ? null : Parse(System.Text.Encoding.Latin1.GetString(buffer, 0, length));
    }

    // One field and nothing beside it; anything but ASCII is not of the text's form.
    private static string? Parse(string body)
    {
        string? end = null;
        foreach (var pair in new QueryStringEnumerable(body))
        {
            if (end is not null || !pair.DecodeName().Span.SequenceEqual(LoginFormat.EndParameter))
            {
                return null;
            }

            end = pair.DecodeValue().ToString();
        }

        return LoginRequest.IsEnd(end) ? end : null;
    }
}
