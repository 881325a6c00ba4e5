namespace EidAuth.AspNetCore;

/// <summary>What a store of used challenges says of one.</summary>
public enum ChallengeUse
{
    /// <summary>Nobody used it before, and from now on nobody can.</summary>
    First,

    /// <summary>It was used.</summary>
    Again,

    /// <summary>It was issued before this store's memory begins, or has expired and need not be remembered: it cannot be told, so the login is refused.</summary>
    Forgotten,
}
