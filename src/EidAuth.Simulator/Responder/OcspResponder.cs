using System.Net;
using EidAuth.Simulator.Pki;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.Simulator.Responder;

/// <summary>The test PKI's OCSP responder (RFC 6960) on loopback: POST, delegated signers with nocheck, answers of 60 seconds.</summary>
public static class OcspResponder
{
    private const int LargestRequest = 4096;
    private const string RequestType = "application/ocsp-request";
    private const string ResponseType = "application/ocsp-response";

    /// <summary>Builds the responder's host; the caller starts and stops it.</summary>
    /// <param name="pki">Who answers what.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    /// <param name="clock">producedAt and thisUpdate.</param>
    public static WebApplication Build(TestPki pki, int port, TimeProvider clock)
    {
        // Empty: no log, since a request holds a serial number.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, port);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
        });
        builder.Services.AddRoutingCore();

        var app = builder.Build();
        app.UseRouting();
        foreach (var identity in pki.Responders)
        {
            var answer = new OcspAnswer(identity);
            app.MapPost(identity.Path, context => Serve(context, body => Answer(body, identity, answer, pki, clock)));
        }

        return app;
    }

    private static async Task Serve(HttpContext context, Func<byte[], byte[]> answer)
    {
        if (context.Request.ContentType != RequestType)
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var response = answer(body.ToArray());
        context.Response.ContentType = ResponseType;
        context.Response.ContentLength = response.Length;
        await context.Response.Body.WriteAsync(response, context.RequestAborted);
    }

    private static byte[] Answer(byte[] body, ResponderIdentity identity, OcspAnswer answer, TestPki pki, TimeProvider clock)
    {
        if (!OcspRequest.TryParse(body, out var request))
        {
            return OcspAnswer.Unsigned(OcspResponseStatus.MalformedRequest);
        }

        return request.Certificates.All(certificate => certificate.IsFor(identity.Issuer))
            ? answer.Signed(request, certificate => pki.StatusOf(identity.Path, certificate.SerialNumber), clock.GetUtcNow())
            : OcspAnswer.Unsigned(OcspResponseStatus.Unauthorized);
    }
}
