namespace EidAuth.Belpic;

/// <summary>The certificates of DF00 by file identifier.</summary>
public enum CertificateFile : ushort
{
    /// <summary>The holder's authentication certificate.</summary>
    Authentication = 0x5038,

    /// <summary>The holder's non-repudiation certificate.</summary>
    NonRepudiation = 0x5039,

    /// <summary>The Citizen or Foreigner CA.</summary>
    IssuingCa = 0x503A,

    /// <summary>The root.</summary>
    Root = 0x503B,

    /// <summary>The National Register's signer.</summary>
    NationalRegister = 0x503C,
}
