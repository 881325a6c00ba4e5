using System.Net;
using EidAuth.Simulator.Cards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.Simulator.Reader;

/// <summary>The reader as a web page on loopback: its picture, the cards to insert and pull, the keypad, the display.</summary>
public static class ReaderPage
{
    private const int LargestBody = 4096;

    /// <summary>Builds the page's host; the caller starts and stops it.</summary>
    /// <param name="reader">The reader it shows.</param>
    /// <param name="cards">The cards on the table, made when first inserted.</param>
    /// <param name="port">Port on 127.0.0.1; 0 takes a free one.</param>
    public static WebApplication Build(SimulatedReader reader, IReadOnlyDictionary<string, Lazy<SimulatedCard>> cards, int port)
    {
        // Empty: no configuration of the folder it is started in, and no log that could carry what was typed.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(options => Limit(options, port));
        builder.Services.AddRoutingCore();

        var app = builder.Build();
        var pageToken = new PageToken();
        var table = new CardTable(reader, cards);
        var view = new ReaderView(reader, table, pageToken);
        app.Use(ReaderGuard.Check);
        app.UseRouting();
        view.Map(app);
        new ReaderForms(reader, table, pageToken).Map(app);
        new ReaderEvents(reader, view, app.Lifetime).Map(app);
        new ReaderApi(reader, table, app.Lifetime).Map(app);
        return app;
    }

    private static void Limit(KestrelServerOptions options, int port)
    {
        options.Listen(IPAddress.Loopback, port);
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
    }
}
