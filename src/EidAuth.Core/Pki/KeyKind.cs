namespace EidAuth.Pki;

/// <summary>The kinds of key that may take part.</summary>
internal enum KeyKind
{
    /// <summary>Another algorithm, size, exponent, curve or form of point.</summary>
    NotAllowed,

    /// <summary>RSA, 2048 bits or more.</summary>
    Rsa,

    /// <summary>NIST P-256.</summary>
    P256,

    /// <summary>NIST P-384.</summary>
    P384,

    /// <summary>NIST P-521.</summary>
    P521,
}
