using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace EidAuth.Simulator.Reader;

/// <summary>GET /events?lang=: the panel with its texts, again at each change (server-sent events).</summary>
internal sealed class ReaderEvents(SimulatedReader reader, ReaderView view, IHostApplicationLifetime lifetime)
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/events", StreamAsync);

    private async Task StreamAsync(HttpContext context)
    {
        var texts = ReaderTexts.For(context.Request, context.Request.Query["lang"]);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, context.RequestAborted);
        context.Response.ContentType = "text/event-stream; charset=utf-8";
        try
        {
            var panel = reader.Panel;
            while (true)
            {
                await context.Response.WriteAsync("data: " + JsonSerializer.Serialize(view.Message(panel, texts), PanelMessage.Json) + "\n\n", ends.Token);
                await context.Response.Body.FlushAsync(ends.Token);
                panel = await reader.WaitForPanelAsync(panel, ends.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the program stops.
        }
    }
}
