using TownSite.Counter.Requests;

namespace TownSite.Office;

/// <summary>One page of requests.</summary>
internal sealed record RequestList(IReadOnlyList<ServiceRequest> Requests, int Total, int Page, int Pages);
