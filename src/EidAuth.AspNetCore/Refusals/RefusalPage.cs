using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore.Refusals;

/// <summary>The plain page of a login that did not succeed, for sites without a login page of their own. Holds nothing that was posted.</summary>
internal static class RefusalPage
{
    public static Task WriteAsync(HttpContext context, EidRefusal refusal)
    {
        var language = AgentLanguage.OfPage(context);
        var response = context.Response;
        response.StatusCode = RefusalAnswer.Status(refusal);
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ContentLanguage = language;
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
        {
            response.Headers.Allow = HttpMethods.Post;
        }

        var (title, back) = EidRefusalText.Frame(language);
        var encode = HtmlEncoder.Default;
        return response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{language}">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{encode.Encode(title)}</title>
            <main>
            <h1>{encode.Encode(title)}</h1>
            <p>{encode.Encode(EidRefusalText.For(refusal.Code, CultureInfo.GetCultureInfo(language))!)}</p>
            <p><code>{refusal.Code}</code></p>
            <p><a href="{encode.Encode(context.Request.PathBase + "/")}">{encode.Encode(back)}</a></p>
            </main>
            </html>
            """,
            context.RequestAborted);
    }
}
