using Microsoft.AspNetCore.Html;

namespace EidAuth.AspNetCore.LoginPart;

/// <summary>All that one login part shows, decided before a letter of it is written.</summary>
internal sealed record LoginPartView
{
    public required EidLoginTexts Texts { get; init; }

    /// <summary>2 to 5.</summary>
    public required int HeadingLevel { get; init; }

    /// <summary>The style sheet's address; null links none.</summary>
    public string? StyleSheet { get; init; }

    /// <summary>Of a card login before this page.</summary>
    public EidLoginRefusal? Refusal { get; init; }

    /// <summary>The address that starts a card login.</summary>
    public required string CardAddress { get; init; }

    /// <summary>Null: the site has no passwords.</summary>
    public PasswordForm? Password { get; init; }

    /// <summary>Markup of the site's own below the password's form.</summary>
    public IHtmlContent? BelowPassword { get; init; }

    /// <summary>Other remote schemes.</summary>
    public IReadOnlyList<OtherWay> Others { get; init; } = [];

    /// <summary>The antiforgery field of every form here; null when there is none.</summary>
    public FormToken? Token { get; init; }

    /// <summary>An https address; null names none.</summary>
    public string? AgentDownload { get; init; }

    public bool HasOtherWays => Password is not null || Others.Count > 0;
}
