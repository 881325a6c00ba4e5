using Microsoft.AspNetCore.Authentication;

namespace EidAuth.AspNetCore;

/// <summary>What a site can ask of one login beside the address to return to.</summary>
public sealed class BelgianEidChallengeProperties : AuthenticationProperties
{
    internal const string LanguageParameter = "eid.language";

    /// <summary>
    /// The language of the agent's pages: nl, fr, de or en. Null: the request's culture when the site uses request localization, otherwise the browser's preference.
    /// </summary>
    public string? Language
    {
        get => GetParameter<string>(LanguageParameter);
        set => SetParameter(LanguageParameter, value);
    }
}
