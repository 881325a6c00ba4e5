using Microsoft.AspNetCore.WebUtilities;

namespace TownSite.Login;

/// <summary>The page where every proven card comes back to, before it becomes a session.</summary>
internal static class CardLanding
{
    public const string Path = "/card";

    private const string ReturnUrl = "returnUrl";

    /// <summary>That page, and from there on to an address of this site.</summary>
    public static string For(string? returnUrl) => QueryHelpers.AddQueryString(Path, ReturnUrl, LocalReturn.Of(returnUrl));

    /// <summary>Where somebody wanted to go who did not get as far as that page.</summary>
    public static string? Beyond(string? returnUrl) =>
        returnUrl?.Split('?', 2) is [Path, { } query] ? QueryHelpers.ParseQuery(query).TryGetValue(ReturnUrl, out var wanted) ? wanted.ToString() : null : returnUrl;
}
