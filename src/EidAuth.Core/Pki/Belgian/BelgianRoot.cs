namespace EidAuth.Pki;

/// <summary>The roots of the Belgian eID, by number. There is no fifth.</summary>
public enum BelgianRoot
{
    /// <summary>Belgium Root CA, 2003 to 2014; SHA-1.</summary>
    Ca1 = 1,

    /// <summary>Belgium Root CA2, issued 2007 and again 2011, until 2028; SHA-1.</summary>
    Ca2 = 2,

    /// <summary>Belgium Root CA3, 2013 to 2028; SHA-1.</summary>
    Ca3 = 3,

    /// <summary>Belgium Root CA4, 2013 to 2028, issued again until 2032; RSA with SHA-256.</summary>
    Ca4 = 4,

    /// <summary>Belgium Root CA6, 2020 to 2040; ECDSA on P-384.</summary>
    Ca6 = 6,
}
