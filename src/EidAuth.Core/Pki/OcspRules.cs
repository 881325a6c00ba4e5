namespace EidAuth.Pki;

/// <summary>How fresh an answer must be. Belgian responders sign each answer anew, for one minute.</summary>
/// <param name="MaximumAge">The oldest thisUpdate, whatever nextUpdate says.</param>
/// <param name="NonceRequired">An answer must repeat the nonce. The root 6 responders do not, so this is an option.</param>
internal sealed record OcspRules(TimeSpan MaximumAge, bool NonceRequired)
{
    /// <summary>How far responder's and verifier's clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>For a login: 15 minutes.</summary>
    public static OcspRules ForHolder(bool nonceRequired) => new(TimeSpan.FromMinutes(15), nonceRequired);

    /// <summary>For an issuing CA, about which every login asks the same: a day.</summary>
    public static OcspRules ForIssuer(bool nonceRequired) => new(TimeSpan.FromHours(24), nonceRequired);

    /// <summary>How long a good answer may be kept: its nextUpdate, but no longer than it would be accepted if it came again.</summary>
    public DateTimeOffset GoodUntil(OcspAnswer answer) =>
        answer.NextUpdate - answer.ThisUpdate < MaximumAge ? answer.NextUpdate : answer.ThisUpdate + MaximumAge;
}
