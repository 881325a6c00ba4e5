using Microsoft.AspNetCore.Html;

namespace EidAuth.AspNetCore;

/// <summary>What one page says to the login part. All of it is text: it is encoded here.</summary>
public sealed record EidLoginPartSettings
{
    /// <summary>
    /// Where to go after logging in, an address of this site; anything else counts as none. Null: what the page's own address says in
    /// <see cref="BelgianEidOptions.ReturnUrlParameter"/>.
    /// </summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// Where user name and password are posted, an address of this site; <c>~/</c> stands for its root. <see cref="BelgianEidOptions.ReturnUrlParameter"/> is added. Null: the site
    /// has no passwords.
    /// </summary>
    public string? PasswordAction { get; init; }

    /// <summary>The form's field for the user name.</summary>
    public string UserNameField { get; init; } = "UserName";

    /// <summary>The form's field for the password.</summary>
    public string PasswordField { get; init; } = "Password";

    /// <summary>What was typed as user name before.</summary>
    public string? UserName { get; init; }

    /// <summary>What was wrong with user name or password, a sentence; null when nothing was.</summary>
    public string? Problem { get; init; }

    /// <summary>Stands below the password's form: a link to register, for example. Markup of the site's own.</summary>
    public IHtmlContent? BelowPassword { get; init; }

    /// <summary>nl, fr, de or en. Null: the request's culture when the site uses request localization, otherwise the browser's preference.</summary>
    public string? Language { get; init; }

    /// <summary>The level of its headings, 2 to 5. The page has its own h1.</summary>
    public int HeadingLevel { get; init; } = 2;

    /// <summary>Whether the part links its own style sheet.</summary>
    public bool LinksStyleSheet { get; init; } = true;
}
