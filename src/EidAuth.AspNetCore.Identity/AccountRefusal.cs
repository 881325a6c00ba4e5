namespace EidAuth.AspNetCore.Identity;

/// <summary>
/// Why an account is not reached, made, linked or unlinked. Each has a stable code, the name in snake case (<see cref="AccountRefusalCode.ToCode"/>), and a row in
/// docs/failure-codes.md.
/// </summary>
public enum AccountRefusal
{
    /// <summary>Nothing proven is at hand any more: too much time has passed, or it was used already.</summary>
    LoginExpired,

    /// <summary>It was proven for something else: a login does not link, a link does not log in.</summary>
    PurposeMismatch,

    /// <summary>Another account, or none, is logged in than the one this was begun for; or that account is gone.</summary>
    AccountChanged,

    /// <summary>The card, or the login of another scheme, leads to another account.</summary>
    LinkedElsewhere,

    /// <summary>The account has another card, or another login of that scheme.</summary>
    AccountHasAnotherCard,

    /// <summary>The account is closed: by the site's own rule, or locked for good.</summary>
    AccountDisabled,

    /// <summary>The names on card and account differ. The person may confirm that this is right.</summary>
    NamesDiffer,

    /// <summary>Two were at it at once and the database decided for the other.</summary>
    LostRace,

    /// <summary>Without this link nothing would be left to log in with.</summary>
    LastWayIn,

    /// <summary>The account has no link of that scheme.</summary>
    NotLinked,

    /// <summary>The card proves another person than the one who is logged in.</summary>
    AnotherPerson,

    /// <summary>Under two keys this person has two accounts. An officer unlinks one.</summary>
    TwoAccounts,

    /// <summary>A test card proved it, and the site trusts no test cards any more.</summary>
    TestTrust,

    /// <summary>There is no such code, or it was mistyped.</summary>
    CodeWrong,

    /// <summary>The code is too old, or was mistyped too often.</summary>
    CodeExpired,

    /// <summary>The code was used already.</summary>
    CodeUsed,
}
