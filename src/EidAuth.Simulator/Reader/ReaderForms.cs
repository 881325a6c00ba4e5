using EidAuth.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace EidAuth.Simulator.Reader;

/// <summary>The page's forms, for browsers without script: each does one thing and leads back to the page.</summary>
internal sealed class ReaderForms(SimulatedReader reader, CardTable table, PageToken pageToken)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/insert", async form => await table.InsertAsync(form["card"]));
        Post(routes, "/remove", _ =>
        {
            reader.Remove();
            return Task.FromResult(true);
        });
        Post(routes, "/fault", form =>
        {
            var known = FaultName.TryParse($"{form["kind"]}@{form["command"]}", out var fault);
            if (known)
            {
                reader.Plan(fault);
            }

            return Task.FromResult(known);
        });
        Post(routes, "/fault/clear", _ =>
        {
            reader.ClearPlan();
            return Task.FromResult(true);
        });
        Post(routes, "/press", form =>
        {
            var known = KeypadKeys.TryParse(form["key"], out var key);
            if (known)
            {
                reader.Press(key);
            }

            return Task.FromResult(known);
        });
    }

    private void Post(IEndpointRouteBuilder routes, string path, Func<IFormCollection, Task<bool>> act) =>
        routes.MapPost(path, async (HttpContext context) =>
        {
            if (!context.Request.HasFormContentType)
            {
                return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
            }

            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (!pageToken.IsOurs(form["token"]))
            {
                return Results.StatusCode(StatusCodes.Status403Forbidden);
            }

            if (!await act(form))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            context.Response.Headers.Location = "/?lang=" + ReaderTexts.For(context.Request, form["lang"]).Language;
            return Results.StatusCode(StatusCodes.Status303SeeOther);
        });
}
