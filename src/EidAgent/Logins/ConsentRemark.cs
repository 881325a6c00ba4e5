namespace EidAgent.Logins;

/// <summary>Why a button of the consent page did nothing. Closed; each has one row in docs/failure-codes.md, by its name in snake_case.</summary>
internal enum ConsentRemark
{
    /// <summary>It did what it says, or was not pressed.</summary>
    None,

    /// <summary>It was pressed before anybody could have read the page: a click meant for the page before it.</summary>
    PressedTooSoon,

    /// <summary>The address resembles another one, and the tick that says it is meant was missing.</summary>
    NotConfirmed,

    /// <summary>The site was to be blocked, and that could not be written down.</summary>
    NotBlocked,
}
