namespace EidAuth.Pki;

/// <summary>What was said about a certificate by somebody who may say it.</summary>
internal enum RevocationStatus
{
    /// <summary>Nothing that counts.</summary>
    Undecided,

    /// <summary>Not revoked.</summary>
    Good,

    /// <summary>Not known to the responder.</summary>
    Unknown,

    /// <summary>Revoked for the time being.</summary>
    OnHold,

    /// <summary>Revoked; that is never taken back (RFC 5280 §5.3.1).</summary>
    Revoked,
}
