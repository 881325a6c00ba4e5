namespace EidAuth.Pki;

/// <summary>What a revocation list must be to count.</summary>
/// <param name="MaximumAge">The oldest thisUpdate, whatever nextUpdate says: it bounds what can be played back to a verifier that holds no newer list.</param>
internal sealed record CrlRules(TimeSpan MaximumAge)
{
    /// <summary>How far the CA's and the verifier's clocks may differ.</summary>
    public static readonly TimeSpan Skew = OcspRules.Skew;

    /// <summary>For holders: real lists live 7 days and are made anew every few hours.</summary>
    public static CrlRules ForHolder { get; } = new(TimeSpan.FromDays(7));

    /// <summary>For issuing CAs: the roots' lists live 7 months.</summary>
    public static CrlRules ForIssuer { get; } = new(TimeSpan.FromDays(220));

    /// <summary>Lists of version 1 count. The roots' lists until 2017 were such; today it would only help somebody who plays them back.</summary>
    public bool Version1Allowed { get; init; }

    /// <summary>Lists signed with RSA and SHA-1 count.</summary>
    public bool Sha1Allowed { get; init; }
}
