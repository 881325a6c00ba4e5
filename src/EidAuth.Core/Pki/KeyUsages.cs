namespace EidAuth.Pki;

/// <summary>The bits of the key usage extension (RFC 5280 §4.2.1.3), first byte as it stands, decipherOnly above it.</summary>
[Flags]
internal enum KeyUsages
{
    None = 0,
    EncipherOnly = 0x01,
    CrlSign = 0x02,
    KeyCertSign = 0x04,
    KeyAgreement = 0x08,
    DataEncipherment = 0x10,
    KeyEncipherment = 0x20,
    NonRepudiation = 0x40,
    DigitalSignature = 0x80,
    DecipherOnly = 0x100,
}
