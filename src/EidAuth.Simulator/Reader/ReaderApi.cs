using System.Globalization;
using EidAuth.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace EidAuth.Simulator.Reader;

/// <summary>
/// The control interface for tests and scripts: POST /api/insert {card}, POST /api/remove, POST /api/press {keys}, POST /api/fault {kind, atCommand, seed},
/// DELETE /api/fault, GET /api/panel[?after=VERSION]. All want the header of <see cref="ReaderGuard.ApiHeader"/> and answer the panel.
/// </summary>
internal sealed class ReaderApi(SimulatedReader reader, CardTable table, IHostApplicationLifetime lifetime)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public void Map(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(async (invocation, next) =>
            invocation.HttpContext.Request.Headers[ReaderGuard.ApiHeader] == "1" ? await next(invocation) : Results.StatusCode(StatusCodes.Status403Forbidden));
        api.MapPost("/insert", InsertAsync);
        api.MapPost("/remove", Remove);
        api.MapPost("/press", Press);
        api.MapPost("/fault", Plan);
        api.MapDelete("/fault", ClearPlan);
        api.MapGet("/panel", (Delegate)PanelAsync);
    }

    private static IResult Refused(int status, string error) => Results.Json(new { error }, statusCode: status);

    private async Task<IResult> InsertAsync(InsertRequest request) =>
        await table.InsertAsync(request.Card) ? Panel() : Refused(StatusCodes.Status404NotFound, "unknown_card");

    private IResult Remove()
    {
        reader.Remove();
        return Panel();
    }

    private IResult Press(PressRequest request)
    {
        var keys = new KeypadKey[request.Keys?.Length ?? 0];
        for (var i = 0; i < keys.Length; i++)
        {
            if (!KeypadKeys.TryParse(request.Keys![i], out keys[i]))
            {
                return Refused(StatusCodes.Status400BadRequest, "unknown_key");
            }
        }

        if (!reader.Panel.KeypadWaits)
        {
            return Refused(StatusCodes.Status409Conflict, "keypad_idle");
        }

        Array.ForEach(keys, reader.Press);
        Array.Clear(keys);
        return Panel();
    }

    private IResult Plan(FaultRequest request)
    {
        if (!FaultName.TryParse(request.Kind, request.AtCommand ?? 1, out var fault))
        {
            return Refused(StatusCodes.Status400BadRequest, "unknown_fault");
        }

        reader.Plan(fault with { Seed = request.Seed ?? 0 });
        return Panel();
    }

    private IResult ClearPlan()
    {
        reader.ClearPlan();
        return Panel();
    }

    private async Task<IResult> PanelAsync(HttpContext context)
    {
        if (int.TryParse(context.Request.Query["after"], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            && reader.Panel is var known && known.Version == after)
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, context.RequestAborted);
            ends.CancelAfter(LongestWait);
            await ((Task)reader.WaitForPanelAsync(known, ends.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Panel();
    }

    private IResult Panel() => Results.Json(PanelMessage.Of(reader.Panel), PanelMessage.Json);

    private sealed record InsertRequest(string? Card);

    private sealed record FaultRequest(string? Kind, int? AtCommand, int? Seed);

    private sealed record PressRequest(string[]? Keys);
}
