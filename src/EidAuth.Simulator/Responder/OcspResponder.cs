using System.Net;
using EidAuth.Simulator.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.Simulator.Responder;

/// <summary>
/// What the test PKI's certificates name, on loopback: OCSP (RFC 6960) by POST with delegated signers, nocheck and answers of 60 seconds; revocation lists and
/// the CAs' certificates by GET. It keeps no log.
/// </summary>
public static class OcspResponder
{
    private const int LargestRequest = 4096;
    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";
    private const string ListType = "application/pkix-crl";
    private const string CertificateType = "application/pkix-cert";

    /// <summary>Builds the responder's host; the caller starts and stops it.</summary>
    /// <param name="pki">Who answers what.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="clock">producedAt and thisUpdate, and how long what is slow takes.</param>
    /// <param name="conduct">How it behaves and what it was asked; it behaves well when absent.</param>
    public static WebApplication Build(TestPki pki, int port, TimeProvider clock, ResponderConduct? conduct = null)
    {
        ArgumentNullException.ThrowIfNull(pki);
        conduct ??= new ResponderConduct(pki);

        // Empty: no log, since a request holds a serial number.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port, listen => Count(listen, conduct.Connections));
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(_ => new OcspSigners(pki, clock));

        var app = builder.Build();
        var ocsp = new OcspService(pki, app.Services.GetRequiredService<OcspSigners>(), clock);
        var (lists, certificates) = (new CrlService(pki, clock), new CertificateService(pki));
        var delivery = new Delivery(conduct, clock);
        app.UseRouting();
        foreach (var authority in pki.Authorities)
        {
            var (asked, listed, named) = (PkiAddresses.OcspPath(authority.Name), PkiAddresses.RevocationListPath(authority.Name), PkiAddresses.CertificatePath(authority.Name));
            app.MapPost(asked, context => ServeAsync(context, conduct.Ocsp.Take(authority.Name), Ocsp));
            app.MapGet(listed, context => ServeAsync(context, conduct.Crl.Take(authority.Name), Crl));
            app.MapGet(named, context => ServeAsync(context, conduct.Certificates.Take(authority.Name), Certificate));
            app.MapPost(Delivery.RedirectedPath + asked, context => Followed(context, conduct.Ocsp, Ocsp));
            app.MapGet(Delivery.RedirectedPath + listed, context => Followed(context, conduct.Crl, Crl));
            app.MapGet(Delivery.RedirectedPath + named, context => Followed(context, conduct.Certificates, Certificate));

            async Task<(string, byte[])?> Ocsp(HttpContext context, ResponderBehaviour behaviour) =>
                context.Request.ContentType == RequestType ? (ResponseType, ocsp.Answer(authority, await ReadAsync(context), behaviour)) : null;

            Task<(string, byte[])?> Crl(HttpContext context, ResponderBehaviour behaviour) =>
                Task.FromResult<(string, byte[])?>((ListType, lists.List(authority, behaviour)));

            Task<(string, byte[])?> Certificate(HttpContext context, ResponderBehaviour behaviour) =>
                Task.FromResult<(string, byte[])?>((CertificateType, certificates.Certificate(authority, behaviour)));
        }

        return app;

        Task Followed(HttpContext context, ServiceConduct service, Func<HttpContext, ResponderBehaviour, Task<(string, byte[])?>> answer)
        {
            service.CountFollowed();
            return ServeAsync(context, ResponderBehaviour.Good, answer);
        }

        async Task ServeAsync(HttpContext context, ResponderBehaviour behaviour, Func<HttpContext, ResponderBehaviour, Task<(string Type, byte[] Body)?>> answer)
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, app.Lifetime.ApplicationStopping);
            try
            {
                if (await answer(context, behaviour) is not { } right)
                {
                    context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                    return;
                }

                await delivery.SendAsync(context, behaviour, right.Type, right.Body, ended.Token);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                // The client has gone, or the host stops: whatever was promised ends here.
                context.Abort();
            }
        }
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static void Count(ListenOptions listen, ConnectionTally connections) => listen.Use(next => async connection =>
    {
        connections.Opened();
        try
        {
            await next(connection);
        }
        finally
        {
            connections.Closed();
        }
    });
}
