namespace EidAuth.Pki;

/// <summary>How fresh an answer must be. Belgian responders sign each answer anew, for one minute.</summary>
internal sealed class OcspRules
{
    /// <summary>How far responder's and verifier's clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    private static readonly OcspRules Holder = new(TimeSpan.FromMinutes(15), nonceRequired: false, isIssuer: false);
    private static readonly OcspRules HolderStrict = new(TimeSpan.FromMinutes(15), nonceRequired: true, isIssuer: false);
    private static readonly OcspRules Issuer = new(TimeSpan.FromHours(24), nonceRequired: false, isIssuer: true);
    private static readonly OcspRules IssuerStrict = new(TimeSpan.FromHours(24), nonceRequired: true, isIssuer: true);

    private readonly bool isIssuer;

    private OcspRules(TimeSpan maximumAge, bool nonceRequired, bool isIssuer) =>
        (MaximumAge, NonceRequired, this.isIssuer) = (maximumAge, nonceRequired, isIssuer);

    /// <summary>The oldest thisUpdate, whatever nextUpdate says.</summary>
    public TimeSpan MaximumAge { get; }

    /// <summary>The answer must repeat the nonce.</summary>
    public bool NonceRequired { get; }

    /// <summary>What the lists must be that tell about responders without nocheck.</summary>
    public CrlRules ResponderLists => isIssuer ? CrlRules.ForIssuer : CrlRules.ForHolder;

    /// <summary>For a login: 15 minutes.</summary>
    public static OcspRules ForHolder(bool nonceRequired) => nonceRequired ? HolderStrict : Holder;

    /// <summary>For an issuing CA, about which every login asks the same: a day.</summary>
    public static OcspRules ForIssuer(bool nonceRequired) => nonceRequired ? IssuerStrict : Issuer;

    /// <summary>How long an answer may be kept: its nextUpdate, but no longer than it would be accepted if it came again.</summary>
    public DateTimeOffset CountsUntil(OcspAnswer answer) =>
        answer.NextUpdate - answer.ThisUpdate < MaximumAge ? answer.NextUpdate : answer.ThisUpdate + MaximumAge;
}
