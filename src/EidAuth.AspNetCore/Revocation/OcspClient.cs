using System.Net;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>
/// Carries a question to its responder and the body back (RFC 6960 appendix A.1), judging nothing but the transport. By POST alone: a GET would put the
/// serial number into addresses and logs.
/// </summary>
internal sealed class OcspClient(IHttpClientFactory clients, TimeProvider clock, ILogger<OcspClient> logger)
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan PerTry = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Altogether = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(100);

    // OCSPResponse that is the status tryLater(3) and nothing else (RFC 6960 §4.2.1).
    private static ReadOnlySpan<byte> TryLater => [0x30, 0x03, 0x0A, 0x01, 0x03];

    /// <summary>No redirects (the address was checked, its target was not), no cookies, no proxy out of the environment, no decompression.</summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 16,
        ConnectTimeout = PerTry,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>The answer's bytes, or empty when there was none to judge.</summary>
    /// <param name="responder">From a verified certificate, its host on the list.</param>
    /// <param name="question">DER of the OCSPRequest.</param>
    /// <param name="cancellation">The login's request.</param>
    public async Task<ReadOnlyMemory<byte>> AskAsync(Uri responder, ReadOnlyMemory<byte> question, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(Altogether, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        for (var attempt = 1; ; attempt++)
        {
            var (body, fault) = await TryAsync(responder, question, either.Token, cancellation);
            if (fault is null)
            {
                return body;
            }

            EidLog.NoOcspAnswer(logger, responder.Host, fault.Value.ToString(), attempt);
            if (attempt == 2 || fault is not (OcspFault.Connection or OcspFault.TryLater) || deadline.IsCancellationRequested)
            {
                return ReadOnlyMemory<byte>.Empty;
            }

            await Task.Delay(BeforeRetry, clock, cancellation);
        }
    }

    private async Task<(byte[] Body, OcspFault? Fault)> TryAsync(
        Uri responder, ReadOnlyMemory<byte> question, CancellationToken either, CancellationToken caller)
    {
        using var oneTry = new CancellationTokenSource(PerTry, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(either, oneTry.Token);
        try
        {
            return await PostAsync(responder, question, all.Token);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return ([], OcspFault.TooSlow);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return ([], OcspFault.Connection);
        }
    }

    private async Task<(byte[] Body, OcspFault? Fault)> PostAsync(Uri responder, ReadOnlyMemory<byte> question, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(BelgianEidDefaults.OcspHttpClient);
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var content = new ReadOnlyMemoryContent(question);
        content.Headers.ContentType = new("application/ocsp-request");
        using var request = new HttpRequestMessage(HttpMethod.Post, responder) { Content = content };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return ([], OcspFault.Status);
        }

        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, "application/ocsp-response", StringComparison.OrdinalIgnoreCase))
        {
            return ([], OcspFault.ContentType);
        }

        if (response.Content.Headers.ContentLength > LargestAnswer)
        {
            return ([], OcspFault.TooLarge);
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var buffer = new byte[LargestAnswer + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length > LargestAnswer ? ([], OcspFault.TooLarge)
            : buffer.AsSpan(0, length).SequenceEqual(TryLater) ? ([], OcspFault.TryLater)
            : (buffer[..length], null);
    }
}
