namespace EidAuth.Pki;

/// <summary>What an end entity certificate of the Belgian eID is for: each use has policies of its own under each root.</summary>
internal enum CertificateUse
{
    /// <summary>A citizen's or foreigner's logins.</summary>
    Authentication,

    /// <summary>His electronic signatures.</summary>
    Signature,

    /// <summary>The National Register's signatures over the files of cards.</summary>
    NationalRegister,
}
