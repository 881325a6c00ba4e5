namespace EidAgent.Diary;

/// <summary>What became of a request, for people.</summary>
internal enum DiaryOutcome
{
    /// <summary>It has not ended, or the agent was ended before it could say.</summary>
    Unfinished,

    /// <summary>The person agreed, and the card signed.</summary>
    Allowed,

    /// <summary>The person refused.</summary>
    Refused,

    /// <summary>Nobody answered in time.</summary>
    Expired,

    /// <summary>The site is blocked.</summary>
    Blocked,

    /// <summary>Card, reader or agent failed.</summary>
    Failed,

    /// <summary>The site was told that the card left.</summary>
    Sent,

    /// <summary>The site was not reached, or did not take it.</summary>
    NotSent,
}
