using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EidAuth.Simulator.Reader;

/// <summary>Keeps other sites' pages from the reader: exact Host (against rebinding), fetch metadata, closed response headers.</summary>
internal static class ReaderGuard
{
    /// <summary>The control interface's header: a foreign page cannot send it without a preflight, which is never granted.</summary>
    public const string ApiHeader = "X-EidAuth-Reader";

    public static async Task Check(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";

        if (!IsOurHost(context))
        {
            context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        }
        else if (!IsOurPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        }
        else
        {
            await next(context);
        }
    }

    private static bool IsOurHost(HttpContext context)
    {
        var port = context.Connection.LocalPort.ToString(CultureInfo.InvariantCulture);
        return context.Request.Headers.Host is [{ } host] && (host == "127.0.0.1:" + port || host == "localhost:" + port);
    }

    // A link from elsewhere may open the page; everything else comes from the page itself, or from a program that sends no metadata.
    private static bool IsOurPage(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var opensPage = HttpMethods.IsGet(request.Method) && request.Path == "/" && request.Headers["Sec-Fetch-Dest"].ToString() is "" or "document";
        if (site is not ("" or "same-origin" or "none") && !opensPage)
        {
            return false;
        }

        var origin = request.Headers.Origin;
        return origin.Count == 0 || (origin.Count == 1 && origin[0] == "http://" + request.Headers.Host);
    }
}
