namespace EidAuth.Pki;

/// <summary>What a revocation list says of one certificate; the later, the worse.</summary>
internal enum CrlStatus
{
    /// <summary>Nothing, because there is no list that counts.</summary>
    Undecided,

    /// <summary>It is not listed.</summary>
    NotListed,

    /// <summary>It is on hold, which may be lifted.</summary>
    OnHold,

    /// <summary>It is revoked.</summary>
    Revoked,
}
