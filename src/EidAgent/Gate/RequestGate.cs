using System.Globalization;
using EidAgent.Pages;
using EidAgent.Peer;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>Every request passes here first: whose connection, which host, what kind of request. What does not pass reaches no login and no reader.</summary>
internal sealed class RequestGate(RequestDelegate next, PageWriter pages)
{
    public async Task InvokeAsync(HttpContext context)
    {
        PageHeaders.Set(context.Response.Headers);
        if (Judge(context) is { } refusal)
        {
            await pages.RefuseAsync(context, refusal);
            return;
        }

        await next(context);
    }

    private static AgentRefusal? Judge(HttpContext context)
    {
        // The connection's owner comes before anything the request says.
        switch (context.Features.Get<ConnectionOwner>()?.Owner)
        {
            case PeerOwner.ThisUser:
                break;
            case PeerOwner.AnotherUser:
                return AgentRefusal.AnotherUser;
            default:
                return AgentRefusal.OwnerUnknown;
        }

        var request = context.Request;
        var host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{context.Connection.LocalPort}");
        if (request.Headers.Host is not [{ } asked] || asked != host)
        {
            return AgentRefusal.ForeignHost;
        }

        return request.Method switch
        {
            "GET" when request.Path.Value?.EndsWith(LoginPaths.Changes, StringComparison.Ordinal) == true => FetchMetadata.JudgeOwnFetch(request.Headers),
            "GET" => FetchMetadata.JudgeNavigation(request.Headers),
            "POST" => FetchMetadata.JudgeOwnForm(request.Headers, "http://" + host),
            _ => AgentRefusal.MethodRefused,
        };
    }
}
