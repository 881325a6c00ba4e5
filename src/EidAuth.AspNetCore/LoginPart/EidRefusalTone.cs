namespace EidAuth.AspNetCore;

/// <summary>What a person can do about a login that did not succeed.</summary>
public enum EidRefusalTone
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
