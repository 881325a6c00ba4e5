using System.Globalization;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing.Net;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.E2ETests;

/// <summary>The test PKI with its OCSP responder on a free port.</summary>
internal sealed class RunningPki : IAsyncDisposable
{
    private readonly WebApplication responder;

    private RunningPki(Uri address, TestPki pki) =>
        (Address, Pki, responder) = (address, pki, OcspResponder.Build(pki, address.Port, TimeProvider.System));

    /// <summary>Where the responder listens, as the certificates name it.</summary>
    internal Uri Address { get; }

    internal TestPki Pki { get; }

    internal static async Task<RunningPki> StartAsync(CancellationToken cancellation)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Take()}/"));
        var running = new RunningPki(address, SharedPki.Open(TimeProvider.System, address));
        await running.responder.StartAsync(cancellation);
        return running;
    }

    public async ValueTask DisposeAsync()
    {
        await responder.DisposeAsync();
        Pki.Dispose();
    }
}
