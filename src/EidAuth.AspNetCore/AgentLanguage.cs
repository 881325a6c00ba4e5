using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;

namespace EidAuth.AspNetCore;

/// <summary>The four languages of the agent, and which one a login asks for.</summary>
internal static class AgentLanguage
{
    private static readonly string[] Known = ["nl", "fr", "de", "en"];

    /// <summary>
    /// What the challenge says, or the culture request localization chose; otherwise null, so that the agent goes by the browser's preference: the server's own
    /// culture says nothing of the citizen.
    /// </summary>
    public static string? Of(HttpContext context, AuthenticationProperties properties) =>
        IfKnown(properties.GetParameter<string>(BelgianEidChallengeProperties.LanguageParameter)) ?? OfSite(context);

    /// <summary>The language of this package's own pages.</summary>
    public static string OfPage(HttpContext context) =>
        OfSite(context) ?? context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => IfKnown(language.Value.ToString()))
            .FirstOrDefault(language => language is not null) ?? "en";

    private static string? OfSite(HttpContext context) =>
        IfKnown(context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture.TwoLetterISOLanguageName);

    private static string? IfKnown(string? tag) =>
        Known.FirstOrDefault(known => tag is not null && (tag.Equals(known, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(known + "-", StringComparison.OrdinalIgnoreCase)));
}
