namespace EidAuth.Pki;

/// <summary>What the policies of a holder's certificate come to.</summary>
internal enum PolicyVerdict
{
    /// <summary>None of an authentication certificate, or one of a signature certificate.</summary>
    Refused,

    /// <summary>The known OID.</summary>
    Listed,

    /// <summary>An OID nobody has confirmed, in an arc where one is expected.</summary>
    Unlisted,
}
