using System.Net;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// One exchange with a responder, a list server or a repository: within its time, through the host's circuit, counted. It judges nothing but the transport. Addresses
/// come from verified certificates or, for a missing issuing CA, from the holder's; the verifier lets through none but those of allowed hosts.
/// </summary>
internal sealed class PkiTransport(IHttpClientFactory clients, HostCircuits circuits, EidMeter meter, TimeProvider clock, ILogger<PkiTransport> logger)
{
    /// <summary>Sockets that are open to one host at most; what comes on top waits, on its own time.</summary>
    public const int ConnectionsPerHost = 32;

    /// <summary>
    /// No redirects (the address was checked, its target was not), no cookies, no proxy out of the environment, no decompression, no trace header that would tell
    /// the government's hosts which request this is. What is not wanted of a body is not read.
    /// </summary>
    public static HttpMessageHandler CreateHandler() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        MaxConnectionsPerServer = ConnectionsPerHost,
        ConnectTimeout = LoginBudget.LongestTry,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
    };

    /// <summary>Sends the request and lets <paramref name="read"/> take what came with status 200 and uncompressed.</summary>
    /// <param name="service">For the counts.</param>
    /// <param name="request">To an allowed address.</param>
    /// <param name="longest">From now to the end of <paramref name="read"/>.</param>
    /// <param name="read">Takes the body; its fault, if any, is the exchange's.</param>
    /// <param name="end">Ends the exchange as <see cref="ExchangeFault.TooSlow"/>.</param>
    /// <param name="leaving">Nobody wants the answer any more: OperationCanceledException, and no fault of the host's.</param>
    public async Task<Exchange<T>> ExchangeAsync<T>(
        PkiService service,
        HttpRequestMessage request,
        TimeSpan longest,
        Func<HttpResponseMessage, CancellationToken, Task<Exchange<T>>> read,
        CancellationToken end,
        CancellationToken leaving)
    {
        var address = request.RequestUri!;
        var circuit = circuits.Of(service, address);
        if (circuit.TryEnter() is not { } pass)
        {
            meter.Exchanged(service, address, ExchangeFault.CircuitOpen, TimeSpan.Zero);
            return ExchangeFault.CircuitOpen;
        }

        var start = clock.GetTimestamp();
        Exchange<T>? exchange = null;
        try
        {
            exchange = await TryAsync(request, longest, read, end, leaving);
            return exchange.Value;
        }
        finally
        {
            if (exchange is { } done)
            {
                meter.Exchanged(service, address, done.Fault, clock.GetElapsedTime(start));
                Note(done.Fault is ExchangeFault.Connection or ExchangeFault.TooSlow ? circuit.Failed(pass) : circuit.Answered(pass), address);
            }
            else
            {
                circuit.Left(pass);
            }
        }
    }

    private async Task<Exchange<T>> TryAsync<T>(
        HttpRequestMessage request,
        TimeSpan longest,
        Func<HttpResponseMessage, CancellationToken, Task<Exchange<T>>> read,
        CancellationToken end,
        CancellationToken leaving)
    {
        using var oneTry = new CancellationTokenSource(longest, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(end, oneTry.Token, leaving);
        try
        {
            return await SendAsync(request, read, all.Token);
        }
        catch (OperationCanceledException) when (!leaving.IsCancellationRequested)
        {
            return ExchangeFault.TooSlow;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            var error = (exception as HttpRequestException)?.HttpRequestError ?? (exception as HttpIOException)?.HttpRequestError;
            return error is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded ? ExchangeFault.Malformed : ExchangeFault.Connection;
        }
    }

    private async Task<Exchange<T>> SendAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<Exchange<T>>> read, CancellationToken cancellation)
    {
        using var client = clients.CreateClient(BelgianEidDefaults.PkiHttpClient);
        client.Timeout = Timeout.InfiniteTimeSpan;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return response.StatusCode != HttpStatusCode.OK ? ExchangeFault.Status
            : response.Content.Headers.ContentEncoding.Any(encoding => encoding != "identity") ? ExchangeFault.Encoded
            : await read(response, cancellation);
    }

    private void Note(CircuitChange change, Uri address)
    {
        if (change == CircuitChange.None)
        {
            return;
        }

        meter.Circuit(change, address);
        if (change == CircuitChange.Opened)
        {
            EidLog.CircuitOpened(logger, address.Host, HostCircuit.FailuresToOpen, (int)HostCircuit.OpenFor.TotalSeconds);
        }
        else
        {
            EidLog.CircuitClosed(logger, address.Host);
        }
    }
}
