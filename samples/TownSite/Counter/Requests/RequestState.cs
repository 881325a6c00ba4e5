namespace TownSite.Counter.Requests;

/// <summary>Where a request stands.</summary>
internal enum RequestState
{
    Submitted,
    InProgress,
    Ready,
    Refused,

    /// <summary>By who asked, before an officer took it up.</summary>
    Withdrawn,
}
