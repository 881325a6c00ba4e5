using EidAuth.AspNetCore.Transport;
using EidAuth.Pki;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>How a site judges revocation, and what it knows at the moment.</summary>
/// <param name="policy">The order of asking, and what happens when nobody answers.</param>
/// <param name="budget">The time a login may spend on asking.</param>
/// <param name="lists">The lists at hand.</param>
internal sealed class SiteRevocation(RevocationPolicy policy, TimeSpan budget, CrlStore lists)
{
    public RevocationPolicy Policy { get; } = policy;

    public TimeSpan Budget { get; } = budget;

    public CrlStore Lists { get; } = lists;

    /// <summary>The answers at hand.</summary>
    public OcspAnswerCache Answers { get; } = new();

    /// <summary>The questions under way.</summary>
    public SingleFlight<RevocationKey, RevocationFinding> UnderWay { get; } = new();

    /// <summary>Begins to find out.</summary>
    public RevocationCheck Check(RevocationQuestion question) => new(question, Policy, Lists, Answers);
}
