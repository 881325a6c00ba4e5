using EidAuth.AspNetCore.LoginPart;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace EidAuth.AspNetCore;

/// <summary>
/// The login part in a Razor page or view: <c>&lt;eid-login password-action="/login"&gt;…&lt;/eid-login&gt;</c>. What stands inside comes below the password's form.
/// </summary>
[HtmlTargetElement("eid-login")]
public sealed class EidLoginTagHelper : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary><see cref="EidLoginPartSettings.ReturnUrl"/>.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary><see cref="EidLoginPartSettings.PasswordAction"/>.</summary>
    public string? PasswordAction { get; set; }

    /// <summary><see cref="EidLoginPartSettings.UserNameField"/>.</summary>
    public string? UserNameField { get; set; }

    /// <summary><see cref="EidLoginPartSettings.PasswordField"/>.</summary>
    public string? PasswordField { get; set; }

    /// <summary><see cref="EidLoginPartSettings.UserName"/>.</summary>
    public string? UserName { get; set; }

    /// <summary><see cref="EidLoginPartSettings.Problem"/>.</summary>
    public string? Problem { get; set; }

    /// <summary><see cref="EidLoginPartSettings.Language"/>.</summary>
    public string? Language { get; set; }

    /// <summary><see cref="EidLoginPartSettings.HeadingLevel"/>.</summary>
    public int HeadingLevel { get; set; } = 2;

    /// <summary><see cref="EidLoginPartSettings.LinksStyleSheet"/>.</summary>
    public bool LinksStyleSheet { get; set; } = true;

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var below = await output.GetChildContentAsync();
        var settings = new EidLoginPartSettings
        {
            ReturnUrl = ReturnUrl,
            PasswordAction = PasswordAction,
            UserName = UserName,
            Problem = Problem,
            BelowPassword = below.IsEmptyOrWhiteSpace ? null : below,
            Language = Language,
            HeadingLevel = HeadingLevel,
            LinksStyleSheet = LinksStyleSheet,
        };
        settings = settings with { UserNameField = UserNameField ?? settings.UserNameField, PasswordField = PasswordField ?? settings.PasswordField };
        output.TagName = null;
        output.Content.SetHtmlContent(await EidLoginPart.RenderAsync(ViewContext.HttpContext, settings));
    }
}
