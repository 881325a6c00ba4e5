using EidAgent.Pages;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Every request passes here first: whose connection, which host, what kind of request. What does not pass reaches no login and no reader.</summary>
internal sealed class RequestGate(RequestDelegate next, IEnumerable<IRequestCheck> checks, PageWriter pages)
{
    private readonly IRequestCheck[] checks = [.. checks];

    public Task InvokeAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response.Headers);
        foreach (var check in checks)
        {
            if (check.Judge(context) is { } refusal)
            {
                return pages.RefuseAsync(context, refusal);
            }
        }

        return next(context);
    }
}
