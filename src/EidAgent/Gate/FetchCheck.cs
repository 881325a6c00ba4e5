using EidAgent.Pages;
using Microsoft.AspNetCore.Http;

namespace EidAgent.Gate;

/// <summary>What kind of request it is, as the browser says: a page of its own window, a form or a fetch of one of our pages, and nothing else.</summary>
internal sealed class FetchCheck : IRequestCheck
{
    public AgentRefusal? Judge(HttpContext context)
    {
        var request = context.Request;
        return request.Method switch
        {
            "GET" when request.Path.Value?.EndsWith(LoginPaths.Changes, StringComparison.Ordinal) == true => FetchMetadata.JudgeOwnFetch(request.Headers),
            "GET" => FetchMetadata.JudgeNavigation(request.Headers),
            "POST" => FetchMetadata.JudgeOwnForm(request.Headers, "http://" + HostCheck.Of(context)),
            _ => AgentRefusal.MethodRefused,
        };
    }
}
