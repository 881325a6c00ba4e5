using EidAgent.Data;

namespace EidAgent.Sites;

/// <summary>All that is remembered, or why it cannot be read.</summary>
internal sealed record SiteList(IReadOnlyList<SiteRecord> Sites, KeepingFault? Fault);
