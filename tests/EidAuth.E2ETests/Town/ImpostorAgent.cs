using System.Net;
using System.Text;
using EidAuth.Belpic;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Reader;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace EidAuth.E2ETests.Town;

/// <summary>
/// A program that took the agent's port: it asks nobody anything and answers each challenge of the town with a valid token of somebody else, whose card and PIN it has.
/// Everything about that token is right but the person.
/// </summary>
internal static class ImpostorAgent
{
    /// <summary>Builds it on this port of loopback; the caller starts and stops it.</summary>
    internal static WebApplication Build(int port, SimulatedCard card, string pin)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.UseRouting();
        app.MapGet("/login", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Answer(context.Request.Query, card, pin));
        });
        return app;
    }

    private static string Answer(IEnumerable<KeyValuePair<string, StringValues>> query, SimulatedCard card, string pin)
    {
        if (!LoginRequest.TryParse([.. query.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.ToString()))], out var request, out var error))
        {
            throw new InvalidOperationException($"The town asks in a way no agent takes: {error}.");
        }

        var reader = new SimulatedReader("Impostor 00 00", pinPad: false, TimeProvider.System);
        reader.Insert(card);
        using var session = BelpicSession.OpenFirst(reader);
        session.PrepareLogin();
        var chain = CertificateBag.ToJson([.. session.ReadIssuers(new IssuerCache())]);
        var signature = session.SignLogin(new LoginMessage(request!.ReturnTo.Origin, request.Nonce), Encoding.ASCII.GetBytes(pin));
        var token = ((LoginSignature.Completed)signature).Token.ToJson();
        return $"""
            <!doctype html><title>Impostor</title>
            <form method="post" action="{request.ReturnTo.Uri.AbsoluteUri}">{Field("token", token)}{Field("chain", chain)}{Field("state", request.State)}</form>
            <script>document.forms[0].submit()</script>
            """;
    }

    private static string Field(string name, string value) => $"""<input type="hidden" name="{name}" value="{WebUtility.HtmlEncode(value)}">""";
}
