namespace EidAgent.Logins;

/// <summary>The three parts of a login's life.</summary>
internal enum LoginPhase
{
    /// <summary>The person has not agreed yet; nothing is held.</summary>
    Consent,

    /// <summary>The card slot is taken.</summary>
    Running,

    /// <summary>It ended; <see cref="LoginProgress.Ending"/> says how.</summary>
    Ended,
}
