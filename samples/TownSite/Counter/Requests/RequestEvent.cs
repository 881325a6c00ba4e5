namespace TownSite.Counter.Requests;

/// <summary>One line of a request's history.</summary>
internal sealed class RequestEvent
{
    public long Id { get; init; }

    public long RequestId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required ActorKind Actor { get; init; }

    /// <summary>The officer's name as it was then; empty for others.</summary>
    public string ActorName { get; init; } = "";

    public string? ActorId { get; init; }

    /// <summary>The state from then on.</summary>
    public required RequestState State { get; init; }

    public string Note { get; init; } = "";
}
