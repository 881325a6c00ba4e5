using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>Where a scheme sends somebody whose login is proven.</summary>
internal static class LoginReturn
{
    /// <summary>The query parameter that names the wanted address, at the part's endpoints and at <see cref="EidLoginPartOptions.LandingPath"/>.</summary>
    public const string Parameter = "returnUrl";

    /// <summary>The wanted address when it is one of this site, otherwise the default; by way of the page that decides, where the site has one.</summary>
    public static string Of(HttpContext context, string? wanted)
    {
        var part = Options(context);
        var address = Wanted(context, wanted) ?? (context.Request.PathBase + part.DefaultReturnPath).Value!;
        return part.LandingPath.HasValue ? QueryHelpers.AddQueryString(context.Request.PathBase + part.LandingPath, Parameter, address) : address;
    }

    /// <summary>
    /// The wanted address when it is one of this site. A login that did not succeed was on its way to the page that decides: what counts is where it would have gone on to.
    /// </summary>
    public static string? Wanted(HttpContext context, string? address)
    {
        if (!LocalAddress.IsLocal(address))
        {
            return null;
        }

        var parts = address!.Split('?', 2);
        var landing = Options(context).LandingPath;
        if (!landing.HasValue || parts[0] != context.Request.PathBase + landing)
        {
            return address;
        }

        var beyond = parts.Length == 2 && QueryHelpers.ParseQuery(parts[1]).TryGetValue(Parameter, out var value) ? (string?)value : null;
        return LocalAddress.IsLocal(beyond) && beyond!.Split('?', 2)[0] != parts[0] ? beyond : null;
    }

    private static EidLoginPartOptions Options(HttpContext context) => context.RequestServices.GetRequiredService<IOptions<EidLoginPartOptions>>().Value;
}
