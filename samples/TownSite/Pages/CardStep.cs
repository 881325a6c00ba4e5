namespace TownSite.Pages;

/// <summary>What the page of a proven card shows.</summary>
internal enum CardStep
{
    /// <summary>Nobody's card yet: a new account, or one that is there.</summary>
    First,

    /// <summary>To be linked: yes or no.</summary>
    Confirm,

    /// <summary>Somebody logged in without a card was to prove who they are, and no card is linked yet.</summary>
    NotLinked,

    /// <summary>It ends here.</summary>
    Refused,
}
