using EidAuth.Pki;

namespace EidAuth.AspNetCore;

/// <summary>How a site finds out whether certificates are revoked, and what happens when nobody answers. The section <c>Eid:Revocation</c>.</summary>
public sealed class BelgianEidRevocation
{
    /// <summary>The longest <see cref="Budget"/>.</summary>
    public static readonly TimeSpan MaximumBudget = TimeSpan.FromSeconds(10);

    /// <summary>The shortest <see cref="Budget"/>.</summary>
    public static readonly TimeSpan MinimumBudget = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Who is asked first, and what counts when nobody answers. <see cref="RevocationMode.Grace"/> needs <see cref="GraceTime"/>; each login it let in is logged (3018) and
    /// says so in its claim <see cref="BelgianEidClaimTypes.Revocation"/>.
    /// </summary>
    public RevocationMode Mode { get; set; } = RevocationMode.HardFail;

    /// <summary>For <see cref="RevocationMode.Grace"/> alone: how long beyond its end the newest verified answer or list counts in an outage; a week at most.</summary>
    public TimeSpan? GraceTime { get; set; }

    /// <summary>Refuses answers of responders that do not repeat the nonce. Those under Root CA6 do not: for their cards, lists alone then answer.</summary>
    public bool RequireNonce { get; set; }

    /// <summary>A folder that keeps revocation lists over restarts; made when missing, for the site's user alone. Null: memory alone.</summary>
    public string? ListsFolder { get; set; }

    /// <summary>The time one login may spend on asking others, retries and fall-backs included; one to ten seconds.</summary>
    public TimeSpan Budget { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Fetches an issuing CA that came with no token from where the holder's certificate says, if that host is on the list. Off: such a login ends as
    /// <c>issuer_unknown</c>, without any traffic.
    /// </summary>
    public bool FetchIssuers { get; set; } = true;
}
