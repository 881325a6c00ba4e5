namespace EidAuth.Belpic;

/// <summary>The card's files by path under 3F00: directory in the high half, identifier in the low half. All are read without PIN.</summary>
public enum CardFile : uint
{
    /// <summary>EF(DIR).</summary>
    Directory = 0x3F00_2F00,

    /// <summary>EF(ODF), PKCS#15.</summary>
    ObjectDirectory = 0xDF00_5031,

    /// <summary>EF(TokenInfo).</summary>
    TokenInfo = 0xDF00_5032,

    /// <summary>EF(AODF).</summary>
    AuthenticationObjects = 0xDF00_5034,

    /// <summary>EF(PrKDF).</summary>
    PrivateKeys = 0xDF00_5035,

    /// <summary>EF(CDF).</summary>
    Certificates = 0xDF00_5037,

    /// <summary>The holder's authentication certificate, with its padding.</summary>
    AuthenticationCertificate = 0xDF00_5038,

    /// <summary>The holder's non-repudiation certificate, with its padding.</summary>
    NonRepudiationCertificate = 0xDF00_5039,

    /// <summary>The Citizen or Foreigner CA, with its padding.</summary>
    IssuingCaCertificate = 0xDF00_503A,

    /// <summary>The root.</summary>
    RootCertificate = 0xDF00_503B,

    /// <summary>The National Register's signer.</summary>
    NationalRegisterCertificate = 0xDF00_503C,

    /// <summary>Identity.</summary>
    Identity = 0xDF01_4031,

    /// <summary>The National Register's signature over the identity.</summary>
    IdentitySignature = 0xDF01_4032,

    /// <summary>Address.</summary>
    Address = 0xDF01_4033,

    /// <summary>The National Register's signature over address and identity signature.</summary>
    AddressSignature = 0xDF01_4034,

    /// <summary>Photo, JPEG.</summary>
    Photo = 0xDF01_4035,

    /// <summary>SHA-1 of the CA-role key, up to 1.7.</summary>
    CaRoleKeyHash = 0xDF01_4038,

    /// <summary>Preferences, up to 1.7.</summary>
    Preferences = 0xDF01_4039,

    /// <summary>The public key of the card itself, DER SubjectPublicKeyInfo, 1.8.</summary>
    BasicKey = 0xDF01_4040,
}
