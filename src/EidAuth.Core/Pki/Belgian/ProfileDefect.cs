namespace EidAuth.Pki;

/// <summary>Which rule of a profile a certificate breaks.</summary>
internal enum ProfileDefect
{
    None,
    CriticalExtension,
    PolicyRules,
    CaFlag,
    PathLength,
    KeyUsage,
    ExtendedKeyUsage,
}
