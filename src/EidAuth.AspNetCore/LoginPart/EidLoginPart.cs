using EidAuth.AspNetCore.LoginPart;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore;

/// <summary>
/// The part of a login page with all ways to log in side by side, in nl, fr, de and en, without script. Razor Pages and views have it as <c>&lt;eid-login&gt;</c>, minimal
/// APIs and Razor components by <see cref="RenderAsync"/>. The site maps its endpoints: <c>app.MapBelgianEidLogin()</c>.
/// </summary>
public static class EidLoginPart
{
    /// <summary>Renders it. Sets the antiforgery cookie where there is a form, so the answer must not have begun.</summary>
    /// <param name="context">The request for the login page.</param>
    /// <param name="settings">What this page says; null for the card alone, with the site's other schemes.</param>
    /// <exception cref="ArgumentException">The password's address is not one of this site, or the heading's level not 2 to 5.</exception>
    /// <exception cref="InvalidOperationException">The endpoints are not mapped, or there is no eID scheme.</exception>
    public static async Task<HtmlString> RenderAsync(HttpContext context, EidLoginPartSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        settings ??= new EidLoginPartSettings();
        if (settings.HeadingLevel is < 2 or > 5)
        {
            throw new ArgumentException("The heading level of the login part is 2 to 5.", nameof(settings));
        }

        var part = context.RequestServices.GetRequiredService<IOptions<EidLoginPartOptions>>().Value;
        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        var eid = await OptionsAsync(context);
        var texts = part.Texts.In(NotEmpty(settings.Language) ?? AgentLanguage.OfPage(context));
        var returnUrl = LoginReturn.Wanted(context, NotEmpty(settings.ReturnUrl) ?? context.Request.Query[eid.ReturnUrlParameter]);
        var others = part.ShowsOtherSchemes ? await SiteSchemes.OthersAsync(schemes) : [];
        var password = Password(context, settings, eid, returnUrl);
        return LoginPartMarkup.Of(new LoginPartView
        {
            Texts = texts,
            HeadingLevel = settings.HeadingLevel,
            StyleSheet = settings.LinksStyleSheet ? StyleSheet(context) : null,
            Refusal = EidLoginRefusal.Of(context.Request.Query[BelgianEidDefaults.FailureParameter], texts),
            CardAddress = Address(context, EidLoginEndpoints.StartName, null, returnUrl),
            Password = password,
            BelowPassword = settings.BelowPassword,
            Others = [.. others.Select(other => new OtherWay(other.DisplayName!, Address(context, EidLoginEndpoints.OtherName, other.Name, returnUrl)))],
            Token = password is null && others.Count == 0 ? null : Token(context),
            AgentDownload = Download(part),
        });
    }

    /// <summary>What became of the card login before this page, for its title, say; null when there was none.</summary>
    /// <param name="context">The request for the login page.</param>
    /// <param name="language">nl, fr, de or en. Null: as <see cref="EidLoginPartSettings.Language"/>.</param>
    public static EidLoginRefusal? Refusal(HttpContext context, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var part = context.RequestServices.GetRequiredService<IOptions<EidLoginPartOptions>>().Value;
        return EidLoginRefusal.Of(context.Request.Query[BelgianEidDefaults.FailureParameter], part.Texts.In(language ?? AgentLanguage.OfPage(context)));
    }

    /// <summary>
    /// Where somebody on the login page wants to go, for the site's own way to log in: what the page's address says in <see cref="BelgianEidOptions.ReturnUrlParameter"/>, beyond
    /// <see cref="EidLoginPartOptions.LandingPath"/>. Null when it says nothing, or no address of this site.
    /// </summary>
    public static async Task<string?> ReturnUrlAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return LoginReturn.Wanted(context, context.Request.Query[(await OptionsAsync(context)).ReturnUrlParameter]);
    }

    /// <summary>The address of the part's style sheet with its version, for a page that links it in its head.</summary>
    public static string StyleSheet(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return QueryHelpers.AddQueryString(Address(context, EidLoginEndpoints.StyleSheetName, null, null), "v", PartStyleSheet.Version);
    }

    private static async Task<BelgianEidOptions> OptionsAsync(HttpContext context)
    {
        var schemes = context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>();
        return context.RequestServices.GetRequiredService<IOptionsMonitor<BelgianEidOptions>>().Get((await SiteSchemes.EidAsync(schemes)).Name);
    }

    private static PasswordForm? Password(HttpContext context, EidLoginPartSettings settings, BelgianEidOptions eid, string? returnUrl)
    {
        if (NotEmpty(settings.PasswordAction) is not { } wanted)
        {
            return null;
        }

        var action = wanted.StartsWith("~/", StringComparison.Ordinal) ? context.Request.PathBase.ToUriComponent() + wanted[1..] : wanted;
        if (!LocalAddress.IsLocal(action))
        {
            throw new ArgumentException("The address that user name and password are posted to is not one of this site: write it as /login, or ~/login below a path base.", nameof(settings));
        }

        return new PasswordForm(
            returnUrl is null || eid.ReturnUrlParameter.Length == 0 ? action : QueryHelpers.AddQueryString(action, eid.ReturnUrlParameter, returnUrl),
            settings.UserNameField,
            settings.PasswordField,
            settings.UserName,
            NotEmpty(settings.Problem));
    }

    private static string Address(HttpContext context, string endpoint, string? scheme, string? returnUrl)
    {
        var links = context.RequestServices.GetRequiredService<LinkGenerator>();
        var address = links.GetPathByName(context, endpoint, scheme is null ? null : new { scheme })
            ?? throw new InvalidOperationException("The login part has no endpoints: write app.MapBelgianEidLogin().");
        return returnUrl is null ? address : QueryHelpers.AddQueryString(address, LoginReturn.Parameter, returnUrl);
    }

    private static FormToken Token(HttpContext context)
    {
        var tokens = context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context);
        return new FormToken(tokens.FormFieldName, tokens.RequestToken!);
    }

    private static string? Download(EidLoginPartOptions part) => part.AgentDownload switch
    {
        null => null,
        { IsAbsoluteUri: true, Scheme: "https" } address => address.AbsoluteUri,
        _ => throw new InvalidOperationException("EidLoginPartOptions.AgentDownload is not an https address."),
    };

    // Razor hands a tag helper an empty text where the page said null.
    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
