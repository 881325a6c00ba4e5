namespace EidAuth.Pki;

/// <summary>Identifier octets as they stand in the bytes (X.690 §8.1.2).</summary>
internal static class DerTag
{
    public const byte Boolean = 0x01;
    public const byte Integer = 0x02;
    public const byte BitString = 0x03;
    public const byte OctetString = 0x04;
    public const byte ObjectIdentifier = 0x06;
    public const byte Enumerated = 0x0A;
    public const byte Utf8String = 0x0C;
    public const byte PrintableString = 0x13;
    public const byte UtcTime = 0x17;
    public const byte GeneralizedTime = 0x18;
    public const byte Sequence = 0x30;
    public const byte Set = 0x31;

    /// <summary>[0] to [3], constructed: explicit tags.</summary>
    public const byte Explicit0 = 0xA0;
    public const byte Explicit1 = 0xA1;
    public const byte Explicit2 = 0xA2;
    public const byte Explicit3 = 0xA3;

    /// <summary>[0], [2] and [6], primitive: implicit tags.</summary>
    public const byte Implicit0 = 0x80;
    public const byte Implicit2 = 0x82;
    public const byte Implicit6 = 0x86;
}
