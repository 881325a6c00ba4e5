namespace TownSite.Login;

/// <summary>What a person can do about it.</summary>
internal enum RefusalTone
{
    /// <summary>Nothing went wrong: the person stopped, or was too late.</summary>
    Stopped,

    /// <summary>Try once more.</summary>
    Again,

    /// <summary>Nothing now; it will pass.</summary>
    Later,

    /// <summary>Only the town hall can help.</summary>
    Card,
}
