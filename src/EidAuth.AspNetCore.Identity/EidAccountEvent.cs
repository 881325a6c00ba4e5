namespace EidAuth.AspNetCore.Identity;

/// <summary>One line of an account's history, written in the transaction of what it tells. No name, no number, no subject stands in it.</summary>
public sealed class EidAccountEvent
{
    /// <summary>Counts up.</summary>
    public long Id { get; init; }

    /// <summary>The account's id. No foreign key: the history outlives the account.</summary>
    public required string UserId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required EidAccountEventKind Kind { get; init; }

    /// <summary>The scheme it was about.</summary>
    public required string Scheme { get; init; }

    /// <summary>The officer who did it; null when it was the person.</summary>
    public string? OfficerId { get; init; }
}
