using EidAuth.AspNetCore;

namespace TownSite.Login;

/// <summary>Where the login page's link, and the home page's form, start a login with the card.</summary>
internal static class EidLogin
{
    public const string Path = "/login/eid";

    public static void MapEidLogin(this WebApplication app)
    {
        // Starting a login changes nothing, so neither way needs an antiforgery token; what comes back is bound to this browser by the scheme itself.
        app.MapGet(Path, Start);
        app.MapPost(Path, Start);
    }

    private static IResult Start(string? returnUrl) =>
        Results.Challenge(new BelgianEidChallengeProperties { RedirectUri = LocalReturn.Of(returnUrl) }, [BelgianEidDefaults.AuthenticationScheme]);
}
