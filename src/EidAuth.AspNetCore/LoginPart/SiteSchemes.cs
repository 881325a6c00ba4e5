using Microsoft.AspNetCore.Authentication;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>What the site has registered, beside its cookies.</summary>
internal static class SiteSchemes
{
    /// <summary>The scheme of card logins: there is one, since one can answer on the callback's address.</summary>
    public static async Task<AuthenticationScheme> EidAsync(IAuthenticationSchemeProvider schemes) =>
        (await schemes.GetRequestHandlerSchemesAsync()).FirstOrDefault(IsEid)
        ?? throw new InvalidOperationException("There is no eID scheme: write builder.Services.AddAuthentication(…).AddBelgianEid(…).");

    /// <summary>The others that log in elsewhere and have a name for people.</summary>
    public static async Task<IReadOnlyList<AuthenticationScheme>> OthersAsync(IAuthenticationSchemeProvider schemes) =>
        [.. (await schemes.GetRequestHandlerSchemesAsync()).Where(scheme => !IsEid(scheme) && !string.IsNullOrWhiteSpace(scheme.DisplayName))];

    private static bool IsEid(AuthenticationScheme scheme) => scheme.HandlerType == typeof(BelgianEidHandler);
}
