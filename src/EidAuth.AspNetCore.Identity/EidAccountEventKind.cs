namespace EidAuth.AspNetCore.Identity;

/// <summary>What happened to an account's ways in. The numbers stand in databases.</summary>
public enum EidAccountEventKind
{
    /// <summary>The account was made from a proven login.</summary>
    Created = 1,

    /// <summary>A login was linked to it.</summary>
    Linked = 2,

    /// <summary>A link was undone.</summary>
    Unlinked = 3,

    /// <summary>The link now stands under a newer pseudonym key.</summary>
    KeyMoved = 4,

    /// <summary>An officer gave out a code to replace the card.</summary>
    RelinkCodeIssued = 5,

    /// <summary>The card was replaced with such a code.</summary>
    Relinked = 6,

    /// <summary>The site was given the national number with a login to this account.</summary>
    NationalNumberReleased = 7,
}
