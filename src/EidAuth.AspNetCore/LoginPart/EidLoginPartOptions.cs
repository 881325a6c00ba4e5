using EidAuth.Belpic;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>What a town changes of the login part for all its pages: <c>builder.Services.Configure&lt;EidLoginPartOptions&gt;(part => …)</c>.</summary>
public sealed class EidLoginPartOptions
{
    /// <summary>All its texts but the sentences of <see cref="EidRefusalText"/>.</summary>
    public EidLoginLanguages Texts { get; set; } = EidLoginLanguages.Default;

    /// <summary>Where citizens get the eID program: an https address. Null: the help names none.</summary>
    public Uri? AgentDownload { get; set; }

    /// <summary>Whether the site's other remote schemes that have a display name stand beside the card.</summary>
    public bool ShowsOtherSchemes { get; set; } = true;

    /// <summary>Where somebody goes who asked for no page of the site, after logging in by the part's endpoints. A path of the site, without its path base.</summary>
    public PathString DefaultReturnPath { get; set; } = "/";

    /// <summary>
    /// For a site with accounts: its page that takes what was proven from the sign-in scheme (ASP.NET Core Identity's external cookie) and decides, with <c>returnUrl</c> in
    /// its address. A path of the site, without its path base. Null: <see cref="BelgianEidOptions.SignInScheme"/> logs in at once, and the person goes where they wanted.
    /// </summary>
    public PathString LandingPath { get; set; }

    /// <summary>
    /// Which of <see cref="BelgianEidOptions.Fields"/> a login by this part asks for: a site that wants them for some acts alone writes <see cref="CardParts.None"/>. Null: all.
    /// </summary>
    public CardParts? Fields { get; set; }
}
