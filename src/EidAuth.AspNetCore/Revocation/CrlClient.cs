using System.Collections.Concurrent;
using EidAuth.AspNetCore.Transport;
using EidAuth.Pki;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>
/// Fetches revocation lists into a site's store (RFC 5280 §4.2.1.13), as they come, each address once at a time. A fetch belongs to nobody: it goes on when the login
/// that wanted it had no more time. What is a list, and whose, the store decides by its signature; here only what cannot be one is turned away.
/// </summary>
internal sealed class CrlClient : IDisposable
{
    /// <summary>An address that gave no list is not asked again for so long.</summary>
    public static readonly TimeSpan NotAgainFor = TimeSpan.FromSeconds(10);

    /// <summary>A list may take so long: 32 MiB on a line of 5 Mbit/s.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    // A list is read before its signature can be checked, and a large one takes some 30 MB while it is read.
    private const int ReadAtOnce = 8;

    private readonly SingleFlight<(CrlStore Store, string Address), ListFetch> underWay = new();

    // Of verified certificates: no more of them than lists of Belgian CAs.
    private readonly ConcurrentDictionary<(CrlStore Store, string Address), long> failedAt = new();
    private readonly ConcurrentDictionary<(CrlStore Store, string Address), bool> loaded = new();
    private readonly SemaphoreSlim reading = new(ReadAtOnce);
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationToken stopping;
    private readonly PkiTransport transport;
    private readonly TimeProvider clock;
    private readonly ILogger logger;

    public CrlClient(PkiTransport transport, TimeProvider clock, ILogger<CrlClient> logger)
    {
        (this.transport, this.clock, this.logger) = (transport, clock, logger);
        stopping = stop.Token;
    }

    /// <summary>Fetches the list that answers the question into the site's store. Never throws; to be waited for by whoever has the time.</summary>
    /// <param name="site">Whose store.</param>
    /// <param name="question">Its address is asked; there must be one.</param>
    public Task<ListFetch> FetchAsync(SiteRevocation site, CrlQuestion question)
    {
        var key = (site.Lists, question.Address!.AbsoluteUri);
        return underWay.Join(key, () => LoadAndFetchAsync(site.Lists, question, key));
    }

    /// <summary>Ends what is under way.</summary>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private async Task<ListFetch> LoadAndFetchAsync(CrlStore store, CrlQuestion question, (CrlStore Store, string Address) key)
    {
        try
        {
            if (!loaded.ContainsKey(key))
            {
                await store.LoadAsync(question, clock.GetUtcNow(), stopping);
                loaded[key] = true;
            }

            if (failedAt.TryGetValue(key, out var failed) && clock.GetElapsedTime(failed) < NotAgainFor)
            {
                return ListFetch.Failed;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, question.Address);
            var exchange = await transport.ExchangeAsync(
                PkiService.Crl, request, Longest, (response, cancellation) => TakeAsync(store, question, response, cancellation), CancellationToken.None, stopping);
            return Conclude(question.Address!, key, exchange);
        }
        catch (OperationCanceledException)
        {
            return ListFetch.Failed;
        }
#pragma warning disable CA1031 // Of a handler that the site put into the client, or of the platform: it would end the background service, and the host with it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(question.Address!, key, exception.GetType().Name);
        }
    }

    private ListFetch Conclude(Uri address, (CrlStore Store, string Address) key, Exchange<CrlIntake> exchange)
    {
        if (exchange is { Fault: null, Result: { Defect: null, Evidence: { } list } })
        {
            failedAt.TryRemove(key, out _);
            EidLog.ListTaken(logger, address.Host, address.AbsolutePath, list.ThisUpdate, list.NextUpdate);
            return new ListFetch(list.NextUpdate);
        }

        return Fail(address, key, exchange.Fault == ExchangeFault.CircuitOpen ? null : exchange.Fault?.ToString() ?? exchange.Result?.Defect?.ToString() ?? "");
    }

    // A host that is not asked was logged when its circuit opened.
    private ListFetch Fail(Uri address, (CrlStore Store, string Address) key, string? reason)
    {
        failedAt[key] = clock.GetTimestamp();
        if (reason is not null)
        {
            EidLog.NoList(logger, address.Host, address.AbsolutePath, reason);
        }

        return ListFetch.Failed;
    }

    // RFC 2585 §4 wants application/pkix-crl, and servers say other things too. A text is what a portal or a proxy shows.
    private async Task<Exchange<CrlIntake>> TakeAsync(CrlStore store, CrlQuestion question, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentType?.MediaType?.StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true)
        {
            return ExchangeFault.ContentType;
        }

        if (response.Content.Headers.ContentLength > CrlLimits.Default.MaximumLength)
        {
            return ExchangeFault.TooLarge;
        }

        await reading.WaitAsync(cancellation);
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            return await store.TakeAsync(question, body, clock.GetUtcNow(), cancellation);
        }
        finally
        {
            reading.Release();
        }
    }
}
