namespace TownSite.Counter.Requests;

/// <summary>An officer opened a request. The citizen sees it.</summary>
internal sealed class RequestLook
{
    public long Id { get; init; }

    public required long RequestId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string OfficerId { get; init; }

    /// <summary>As it was then.</summary>
    public required string OfficerName { get; init; }
}
