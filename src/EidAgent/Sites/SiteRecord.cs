namespace EidAgent.Sites;

/// <summary>What is remembered of one site.</summary>
/// <param name="Origin">Scheme, host and port, exactly.</param>
/// <param name="FirstSeen">The first login there, or when it was blocked.</param>
/// <param name="LastUsed">The last login there; null without one.</param>
/// <param name="Times">How many logins.</param>
/// <param name="IsBlocked">It gets no consent page. Otherwise it is known, and consent is asked each time all the same.</param>
internal sealed record SiteRecord(string Origin, DateTimeOffset FirstSeen, DateTimeOffset? LastUsed, int Times, bool IsBlocked);
