using System.Net;
using System.Net.Sockets;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Reader;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.Simulator.Responder;

/// <summary>
/// A test PKI with everything its certificates name, on a free port of 127.0.0.1, for a site's own tests: point the site at <see cref="AnchorsFolder"/>, log in
/// with <see cref="SignLogin"/>, and make it behave badly with <see cref="Ocsp"/>, <see cref="Crl"/> and <see cref="Certificates"/>. Thread-safe.
/// </summary>
public sealed class TestPkiServer : IAsyncDisposable
{
    private const int MostTries = 5;
    private readonly TimeProvider clock;
    private readonly Lock gate = new();
    private readonly Dictionary<string, SimulatedCard> cards = new(StringComparer.Ordinal);
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

    /// <summary>What a citizen's card and the agent send back for a challenge.</summary>
    /// <param name="citizen">For example adult-18 or adult-17; each call uses the same card.</param>
    /// <param name="origin">The site's, for example https://loket.example.be.</param>
    /// <param name="nonce">The challenge, base64 of 32 bytes.</param>
    /// <exception cref="ArgumentException">No such citizen or no origin, or the citizen's card does not sign.</exception>
    public SimulatedLogin SignLogin(string citizen, string origin, string nonce)
    {
        if (!Citizen.All.TryGetValue(citizen, out var holder))
        {
            throw new ArgumentException($"There is no citizen {citizen}.", nameof(citizen));
        }

        if (!Origin.TryParse(origin, out var parsed))
        {
            throw new ArgumentException("An origin is scheme, host and perhaps port, for example https://loket.example.be.", nameof(origin));
        }

        // A card does one thing at a time.
        lock (gate)
        {
            if (!cards.TryGetValue(citizen, out var card))
            {
                cards[citizen] = card = Pki.IssueCard(holder);
            }

            var reader = new SimulatedReader("EidAuth Simulated Reader 00 00", pinPad: false, clock);
            reader.Insert(card);
            using var session = BelpicSession.Open(reader.Connect(reader.Name));
            return session.SignLogin(new LoginMessage(parsed!, nonce), Encoding.ASCII.GetBytes(holder.Pin)) is LoginSignature.Completed signed
                ? new SimulatedLogin(
                    signed.Token.ToJson(),
                    CertificateBag.ToJson([session.ReadCertificate(CertificateFile.IssuingCa)!, session.ReadCertificate(CertificateFile.Root)!]))
                : throw new ArgumentException($"The card of {citizen} does not sign.", nameof(citizen));
        }
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
