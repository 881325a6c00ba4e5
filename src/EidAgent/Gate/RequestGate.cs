using EidAgent.Pages;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Every request passes here first: whose connection, which host, what kind of request. What does not pass reaches no login and no reader.</summary>
internal sealed class RequestGate(RequestDelegate next, IEnumerable<IRequestCheck> checks, PageWriter pages)
{
    private readonly IRequestCheck[] checks = [.. checks];

    public async Task InvokeAsync(HttpContext context)
    {
        using var answering = context.Features.Get<ConnectionPlace>()?.Answer();
        PageHeaders.Set(context.Response.Headers);
        foreach (var check in checks)
        {
            if (check.Judge(context) is { } refusal)
            {
                await pages.RefuseAsync(context, refusal);
                return;
            }
        }

        await next(context);
    }
}
