using EidAuth.AspNetCore.Transport;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>
/// Carries a question to its responder and the body back (RFC 6960 appendix A.1), judging nothing but the transport. By POST alone: a GET would put the
/// serial number into addresses and logs.
/// </summary>
internal sealed class OcspClient(PkiTransport transport, TimeProvider clock, ILogger<OcspClient> logger)
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromMilliseconds(100);

    // OCSPResponse that is the status tryLater(3) and nothing else (RFC 6960 §4.2.1).
    private static ReadOnlySpan<byte> TryLater => [0x30, 0x03, 0x0A, 0x01, 0x03];

    /// <summary>The answer's bytes, or empty when there was none to judge. A broken connection and tryLater are tried once more.</summary>
    /// <param name="responder">From a verified certificate, its host on the list.</param>
    /// <param name="question">DER of the OCSPRequest.</param>
    /// <param name="budget">The time there is.</param>
    /// <param name="leaving">Nobody wants the answer any more.</param>
    public async Task<ReadOnlyMemory<byte>> AskAsync(Uri responder, ReadOnlyMemory<byte> question, LoginBudget budget, CancellationToken leaving)
    {
        for (var attempt = 1; budget.Remaining > TimeSpan.Zero; attempt++)
        {
            var answer = await PostAsync(responder, question, budget, leaving);
            if (answer.Fault is not { } fault)
            {
                return answer.Result;
            }

            if (fault != ExchangeFault.CircuitOpen)
            {
                EidLog.NoOcspAnswer(logger, responder.Host, fault.ToString(), attempt);
            }

            if (attempt == 2 || fault is not (ExchangeFault.Connection or ExchangeFault.TryLater) || budget.Remaining <= BeforeRetry)
            {
                break;
            }

            await Task.Delay(BeforeRetry, clock, leaving);
        }

        return ReadOnlyMemory<byte>.Empty;
    }

    private async Task<Exchange<byte[]>> PostAsync(Uri responder, ReadOnlyMemory<byte> question, LoginBudget budget, CancellationToken leaving)
    {
        using var content = new ReadOnlyMemoryContent(question);
        content.Headers.ContentType = new("application/ocsp-request");
        using var request = new HttpRequestMessage(HttpMethod.Post, responder) { Content = content };
        return await transport.ExchangeAsync(PkiService.Ocsp, request, budget.PerTry, ReadAsync, budget.End, leaving);
    }

    private static async Task<Exchange<byte[]>> ReadAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, "application/ocsp-response", StringComparison.OrdinalIgnoreCase))
        {
            return ExchangeFault.ContentType;
        }

        var body = await BoundedBody.ReadAsync(response, LargestAnswer, cancellation);
        return body.Fault is null && body.Result.AsSpan().SequenceEqual(TryLater) ? ExchangeFault.TryLater : body;
    }
}
