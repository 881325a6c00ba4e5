namespace TownSite.Office;

/// <summary>An officer did something with an account, or looked at it.</summary>
internal sealed class AccountEvent
{
    public long Id { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string OfficerId { get; init; }

    /// <summary>As it was then.</summary>
    public required string OfficerName { get; init; }

    public required AccountAct Act { get; init; }
}
