namespace EidAuth.Belpic;

/// <summary>Whether a card can sign a login, known before any PIN is sent.</summary>
public enum LoginReadiness
{
    /// <summary>It can.</summary>
    Ready,

    /// <summary>The card has no authentication certificate (a file of zeros), as a young child's.</summary>
    NoCertificate,

    /// <summary>The certificate's key is neither RSA-2048 nor P-384.</summary>
    KeyNotSupported,
}
