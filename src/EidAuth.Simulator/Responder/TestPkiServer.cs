using System.Net;
using System.Net.Sockets;
using EidAuth.Simulator.Pki;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.Simulator.Responder;

/// <summary>
/// A test PKI with everything its certificates name, on a free port of 127.0.0.1, for a site's own tests: point the site at <see cref="AnchorsFolder"/>, log in
/// with <see cref="LogInAsync"/>, and make it behave badly with <see cref="Ocsp"/>, <see cref="Crl"/> and <see cref="Certificates"/>. Thread-safe.
/// </summary>
public sealed partial class TestPkiServer : IAsyncDisposable
{
    private const int MostTries = 5;
    private readonly TimeProvider clock;
    private WebApplication? host;

    private TestPkiServer(TestPki pki, Uri address, TimeProvider clock)
    {
        (Pki, Address, this.clock) = (pki, address, clock);
        Conduct = new ResponderConduct(pki);
    }

    /// <summary>The PKI itself.</summary>
    public TestPki Pki { get; }

    /// <summary>Where it listens, for example http://127.0.0.1:40123/.</summary>
    public Uri Address { get; }

    /// <summary>The folder of its roots, for <c>Eid:Trust:TestAnchorsFolder</c>.</summary>
    public string AnchorsFolder => Pki.AnchorsFolder;

    /// <summary>All services together: how they behave, and what they were asked.</summary>
    public ResponderConduct Conduct { get; }

    /// <summary>OCSP.</summary>
    public ServiceConduct Ocsp => Conduct.Ocsp;

    /// <summary>Revocation lists.</summary>
    public ServiceConduct Crl => Conduct.Crl;

    /// <summary>caIssuers.</summary>
    public ServiceConduct Certificates => Conduct.Certificates;

    /// <summary>Opens or makes the PKI and starts to listen.</summary>
    /// <param name="folder">Where its keys are; <see cref="TestPki.DefaultFolder"/> when absent. The first opening of a folder takes a few seconds.</param>
    /// <param name="clock">Certificates, answers and lists are valid around its time; the system's when absent.</param>
    /// <param name="habits">Which addresses the certificates name; <see cref="PkiHabits.Usual"/> when absent.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="InvalidOperationException">No folder was named and this user has no home folder.</exception>
    /// <exception cref="InvalidDataException">The folder is damaged.</exception>
    public static async Task<TestPkiServer> StartAsync(
        string? folder = null, TimeProvider? clock = null, PkiHabits? habits = null, CancellationToken cancellation = default)
    {
        clock ??= TimeProvider.System;
        for (var attempt = 1; ; attempt++)
        {
            // The certificates name the port, so it is chosen before anything listens on it; somebody else may be faster.
            var address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", FreePort()).Uri;
            var server = new TestPkiServer(TestPki.Open(folder ?? TestPki.DefaultFolder, address, clock, habits), address, clock);
            try
            {
                await server.StartAgainAsync(cancellation);
                return server;
            }
            catch (IOException) when (attempt < MostTries)
            {
                await server.DisposeAsync();
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }
    }

    /// <summary>Kills it: open connections break, new ones are refused. Counters and behaviours stay.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref host, null) is { } running)
        {
            using var atOnce = new CancellationTokenSource();
            await atOnce.CancelAsync();
            await running.StopAsync(atOnce.Token);
            await running.DisposeAsync();
        }
    }

    /// <summary>Listens again on the same port after <see cref="StopAsync"/>.</summary>
    /// <exception cref="IOException">Another program has taken the port.</exception>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        var starting = OcspResponder.Build(Pki, Address.Port, clock, Conduct);
        if (Interlocked.CompareExchange(ref host, starting, null) is not null)
        {
            await starting.DisposeAsync();
            throw new InvalidOperationException("It is running.");
        }

        await starting.StartAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Pki.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
