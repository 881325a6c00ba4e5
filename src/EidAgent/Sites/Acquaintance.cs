using EidAgent.Data;

namespace EidAgent.Sites;

/// <summary>What the agent can tell of a site that asks.</summary>
/// <param name="Site">What is remembered of it, or null.</param>
/// <param name="LookAlike">What its address resembles, or null.</param>
/// <param name="Fault">Why nothing can be remembered; then nothing can be told either.</param>
internal sealed record Acquaintance(SiteRecord? Site, LookAlike? LookAlike, KeepingFault? Fault)
{
    /// <summary>Nothing is known, nothing is told.</summary>
    public static readonly Acquaintance None = new(null, null, null);

    public bool IsBlocked => Site is { IsBlocked: true };

    /// <summary>It has to be meant twice.</summary>
    public bool AsksTwice => LookAlike is { IsStrong: true };
}
