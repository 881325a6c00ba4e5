using System.Collections.Concurrent;
using EidAuth.AspNetCore.Transport;
using EidAuth.Login;
using EidAuth.Pki;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Issuers;

/// <summary>
/// Fetches a missing issuing CA from where its holder's certificate says (caIssuers, RFC 5280 §4.2.2.1). What comes is a candidate and nothing more: the verifier
/// decides. Nobody is proven yet when this is asked, so each address is fetched once at a time and not again for ten seconds, and all together thirty times a minute.
/// </summary>
internal sealed class IssuerClient(PkiTransport transport, TimeProvider clock, ILogger<IssuerClient> logger)
{
    /// <summary>The largest body, in bytes.</summary>
    public const int LargestBody = 16 * 1024;

    /// <summary>Fetches in a minute, over all addresses.</summary>
    public const int PerMinute = 30;

    /// <summary>What an address gave, also nothing, is used again for so long.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(10);

    private readonly SingleFlight<string, IReadOnlyList<byte[]>> underWay = new();
    private readonly ConcurrentDictionary<string, (IReadOnlyList<byte[]> Candidates, long At)> recent = new(StringComparer.Ordinal);
    private readonly Lock counting = new();
    private long minute;
    private int count;

    /// <summary>Certificates that were there, DER; empty when there were none or there was no time.</summary>
    /// <param name="address">On the list of allowed hosts.</param>
    /// <param name="budget">The login's.</param>
    /// <param name="leaving">The login's request; its end ends nobody else's.</param>
    public async Task<IReadOnlyList<byte[]>> FetchAsync(Uri address, LoginBudget budget, CancellationToken leaving)
    {
        if (recent.TryGetValue(address.AbsoluteUri, out var kept) && clock.GetElapsedTime(kept.At) < KeptFor)
        {
            return kept.Candidates;
        }

        try
        {
            return await underWay.Join(address.AbsoluteUri, () => GetAsync(address)).WaitAsync(budget.NextTry, clock, leaving);
        }
        catch (TimeoutException)
        {
            return [];
        }
    }

    private async Task<IReadOnlyList<byte[]>> GetAsync(Uri address)
    {
        if (!MayFetch())
        {
            EidLog.NoIssuer(logger, address.Host, "RateLimit");
            return [];
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        var exchange = await transport.ExchangeAsync(
            PkiService.Issuer,
            request,
            LoginBudget.LongestTry,
            (response, cancellation) => BoundedBody.ReadAsync(response, LargestBody, cancellation),
            CancellationToken.None,
            CancellationToken.None);
        if (exchange.Fault is { } fault and not ExchangeFault.CircuitOpen)
        {
            EidLog.NoIssuer(logger, address.Host, fault.ToString());
        }

        IReadOnlyList<byte[]> candidates = exchange.Fault is null ? Certificates(exchange.Result!) : [];
        Keep(address, candidates);
        return candidates;
    }

    // One certificate in DER, or those of a PEM text; unchecked.
    private static IReadOnlyList<byte[]> Certificates(byte[] body) => body is [0x30, ..] ? [body] : [.. PemCertificates.Read(body).Take(CertificateBag.MaximumCount)];

    // The rate bounds it: what is older than ten seconds goes.
    private void Keep(Uri address, IReadOnlyList<byte[]> candidates)
    {
        foreach (var (old, entry) in recent)
        {
            if (clock.GetElapsedTime(entry.At) >= KeptFor)
            {
                recent.TryRemove(old, out _);
            }
        }

        recent[address.AbsoluteUri] = (candidates, clock.GetTimestamp());
    }

    private bool MayFetch()
    {
        lock (counting)
        {
            var now = (long)clock.GetElapsedTime(0).TotalMinutes;
            (minute, count) = now == minute ? (minute, count + 1) : (now, 1);
            return count <= PerMinute;
        }
    }
}
