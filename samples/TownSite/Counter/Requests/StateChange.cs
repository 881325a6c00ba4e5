namespace TownSite.Counter.Requests;

/// <summary>Who may bring a request from which state into which: a closed list.</summary>
internal static class StateChange
{
    private static readonly (RequestState From, RequestState To)[] ByOfficer =
    [
        (RequestState.Submitted, RequestState.InProgress),
        (RequestState.InProgress, RequestState.Ready),
        (RequestState.InProgress, RequestState.Refused),
    ];

    /// <summary>What an officer can do with a request in that state.</summary>
    public static IEnumerable<RequestState> OfficerFrom(RequestState from) => ByOfficer.Where(change => change.From == from).Select(change => change.To);

    public static bool OfficerMay(RequestState from, RequestState to) => ByOfficer.Contains((from, to));

    /// <summary>Who asked may withdraw until an officer took it up.</summary>
    public static bool CitizenMayWithdraw(RequestState from) => from == RequestState.Submitted;

    /// <summary>A refusal says why.</summary>
    public static bool NeedsNote(RequestState to) => to == RequestState.Refused;
}
