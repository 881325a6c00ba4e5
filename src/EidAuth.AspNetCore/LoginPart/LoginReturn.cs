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
        var part = context.RequestServices.GetRequiredService<IOptions<EidLoginPartOptions>>().Value;
        var address = LocalAddress.IsLocal(wanted) ? wanted! : (context.Request.PathBase + part.DefaultReturnPath).Value!;
        return part.LandingPath.HasValue ? QueryHelpers.AddQueryString(context.Request.PathBase + part.LandingPath, Parameter, address) : address;
    }
}
