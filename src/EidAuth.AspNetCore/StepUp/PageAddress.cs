using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>The address of the page that a request is about.</summary>
internal static class PageAddress
{
    // Says in Razor Pages which of a page's forms was posted, and hides the page from a GET.
    private const string HandlerParameter = "handler";

    /// <summary>For a GET: its own path and query. The form of a POST stays where it is.</summary>
    public static string Of(HttpRequest request)
    {
        var path = (request.PathBase + request.Path).ToUriComponent();
        if (HttpMethods.IsPost(request.Method) && request.Query.ContainsKey(HandlerParameter))
        {
            var query = QueryHelpers.ParseQuery(request.QueryString.Value);
            query.Remove(HandlerParameter);
            return QueryHelpers.AddQueryString(path, query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value))));
        }

        return path + request.QueryString.ToUriComponent();
    }
}
