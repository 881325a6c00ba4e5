using System.Net;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Transport;

/// <summary>
/// One exchange with a responder, a list server or a repository: within its time, through the host's circuit, counted. It judges nothing but the transport. Addresses
/// come from verified certificates or, for a missing issuing CA, from the holder's; the verifier lets through none but those of allowed hosts.
/// </summary>
internal sealed class PkiTransport(
    IHttpClientFactory clients, HostCircuits circuits, HostSlots slots, EidMeter meter, TimeProvider clock, ILogger<PkiTransport> logger)
{
    /// <summary>Sockets that are open to one host at most.</summary>
    public const int ConnectionsPerHost = 32;

    /// <summary>Requests to one host at once; what comes on top waits, on its own time. The other sockets are for those that are being closed.</summary>
    public const int RequestsPerHost = 28;

    /// <summary>So long a request waits for the one that tries whether the host is back.</summary>
    private static readonly TimeSpan ProbeWait = TimeSpan.FromSeconds(1);

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
        MaxConnectionsPerServer = RequestsPerHost,
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
        if (await EnterAsync(circuit, end, leaving) is not { } pass)
        {
            meter.Exchanged(service, address, ExchangeFault.CircuitOpen, TimeSpan.Zero);
            return ExchangeFault.CircuitOpen;
        }

        var start = clock.GetTimestamp();
        using var oneTry = new CancellationTokenSource(longest, clock);
        using var all = CancellationTokenSource.CreateLinkedTokenSource(end, oneTry.Token, leaving);
        Exchange<T>? exchange = null;
        var isSent = false;
        try
        {
            var slot = slots.Of(address);
            await slot.WaitAsync(all.Token);
            try
            {
                // While this one waited, others may have found the host dead.
                isSent = pass.IsProbe || !circuit.IsOpen;
                exchange = isSent ? await TryAsync(request, read, all.Token, leaving) : ExchangeFault.CircuitOpen;
            }
            finally
            {
                slot.Release();
            }
        }
        catch (OperationCanceledException) when (!leaving.IsCancellationRequested)
        {
            exchange = ExchangeFault.TooSlow;
        }
        finally
        {
            Conclude(circuit, pass, address, isSent ? exchange?.Fault : null, isSent && exchange is not null);
        }

        meter.Exchanged(service, address, exchange.Value.Fault, clock.GetElapsedTime(start));
        return exchange.Value;
    }

    // A login has two questions for one host: when the host is back, both are to be answered and not just the one that tries.
    private async Task<CircuitPass?> EnterAsync(HostCircuit circuit, CancellationToken end, CancellationToken leaving)
    {
        if (circuit.TryEnter() is { } pass)
        {
            return pass;
        }

        if (circuit.Probe is not { } probe)
        {
            return null;
        }

        using var either = CancellationTokenSource.CreateLinkedTokenSource(end, leaving);
        try
        {
            await probe.WaitAsync(ProbeWait, clock, either.Token);
            return circuit.TryEnter();
        }
        catch (Exception exception) when (exception is TimeoutException || (exception is OperationCanceledException && !leaving.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<Exchange<T>> TryAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<Exchange<T>>> read, CancellationToken all, CancellationToken leaving)
    {
        try
        {
            return await SendAsync(request, read, all);
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

    // Who waited for a slot in vain, or left, knows nothing of the host.
    private void Conclude(HostCircuit circuit, CircuitPass pass, Uri address, ExchangeFault? fault, bool isKnown)
    {
        if (!isKnown)
        {
            circuit.Left(pass);
            return;
        }

        var change = fault is ExchangeFault.Connection or ExchangeFault.TooSlow ? circuit.Failed(pass) : circuit.Answered(pass);
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
