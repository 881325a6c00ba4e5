using EidAuth.AspNetCore;
using EidAuth.AspNetCore.LoginPart;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps what the login part leads to.</summary>
public static class EidLoginEndpoints
{
    internal const string StartName = "BelgianEid.Login";
    internal const string OtherName = "BelgianEid.Login.Other";
    internal const string StyleSheetName = "BelgianEid.Login.StyleSheet";

    private static readonly string[] GetOrPost = [HttpMethods.Get, HttpMethods.Post];

    /// <summary>
    /// Maps, below a path: GET and POST that start a card login, with <c>returnUrl</c> where an address of this site was asked for; <c>part.css</c>; POST
    /// <c>other/{scheme}</c>, which starts a login with another remote scheme of the site and checks the antiforgery token.
    /// </summary>
    /// <param name="endpoints">The site.</param>
    /// <param name="path">Where.</param>
    /// <returns>All of them, for what the site adds: a limit, for example.</returns>
    public static IEndpointConventionBuilder MapBelgianEidLogin(this IEndpointRouteBuilder endpoints, string path = "/login/eid")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var group = endpoints.MapGroup(path).AllowAnonymous().ExcludeFromDescription();

        // Starting a login changes nothing, so neither way needs an antiforgery token; what comes back is bound to this browser by the scheme itself.
        group.MapMethods("", GetOrPost, (RequestDelegate)StartAsync).WithName(StartName);
        group.MapGet("/part.css", (RequestDelegate)StyleSheetAsync).WithName(StyleSheetName);
        group.MapPost("/other/{scheme}", (RequestDelegate)OtherAsync).WithName(OtherName);
        return group;
    }

    private static async Task StartAsync(HttpContext context)
    {
        var eid = await SiteSchemes.EidAsync(Schemes(context));
        await context.ChallengeAsync(eid.Name, new BelgianEidChallengeProperties
        {
            RedirectUri = LocalReturn(context),
            Fields = context.RequestServices.GetRequiredService<IOptions<EidLoginPartOptions>>().Value.Fields,
        });
    }

    private static async Task OtherAsync(HttpContext context)
    {
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var asked = (string?)context.Request.RouteValues["scheme"];
        if ((await SiteSchemes.OthersAsync(Schemes(context))).FirstOrDefault(scheme => scheme.Name == asked) is not { } other)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        await context.ChallengeAsync(other.Name, new AuthenticationProperties { RedirectUri = LocalReturn(context) });
    }

    private static Task StyleSheetAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        response.ContentType = "text/css; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = request.Query["v"] == PartStyleSheet.Version ? "public, max-age=31536000, immutable" : "no-cache";
        response.ContentLength = PartStyleSheet.Content.Length;
        return response.Body.WriteAsync(PartStyleSheet.Content, context.RequestAborted).AsTask();
    }

    private static IAuthenticationSchemeProvider Schemes(HttpContext context) => context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();

    private static string LocalReturn(HttpContext context) => LoginReturn.Of(context, context.Request.Query[LoginReturn.Parameter]);
}
