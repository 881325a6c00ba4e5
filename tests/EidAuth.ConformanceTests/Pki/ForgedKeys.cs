using System.Formats.Asn1;
using System.Security.Cryptography;
using EidAuth.Testing.Certificates;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Public keys that no certificate may have.</summary>
internal static class ForgedKeys
{
    private static readonly Lazy<ForgeKey> SmallRsa = new(() =>
    {
#pragma warning disable CA5385 // Too small a key is what the test is about.
        return new ForgeKey(RSA.Create(1024));
#pragma warning restore CA5385
    });

    public static ForgeKey Rsa1024 => SmallRsa.Value;

    public static byte[] P384 => Der.Oid("1.3.132.0.34");

    /// <summary>The same curve and point, with the curve's parameters written out.</summary>
    public static byte[] ExplicitP384
    {
        get
        {
            // prime, a and b of P-384 are irrelevant to the check: it is the form that is refused.
            var primeField = Der.Sequence(Der.Oid("1.2.840.10045.1.1"), Der.Number([0x00, .. Enumerable.Repeat((byte)0xFF, 48)]));
            var curve = Der.Sequence(Der.OctetString(new byte[48]), Der.OctetString(new byte[48]));
            return Ec(Der.Sequence(Der.Number(0x01), primeField, curve, Der.OctetString(ForgeKey.P384(2).Bits), Der.Number(0x07), Der.Number(0x01)), ForgeKey.P384(2).Bits);
        }
    }

    public static byte[] RsaWithEvenModulus => RsaOf(Forge.FlipBit(Modulus, -1), [0x01, 0x00, 0x01]);

    private static byte[] Modulus
    {
        get
        {
            var reader = new AsnReader(ForgeKey.Rsa(2).Bits, AsnEncodingRules.DER).ReadSequence();
            return reader.ReadIntegerBytes().ToArray();
        }
    }

    public static byte[] RsaWithExponent(byte[] exponent) => RsaOf(Modulus, exponent);

    public static byte[] Ec(byte[] parameters, byte[] point) => Der.Sequence(Der.Sequence(Der.Oid("1.2.840.10045.2.1"), parameters), Der.BitString(point));

    private static byte[] RsaOf(byte[] modulus, byte[] exponent) =>
        Der.Sequence(Der.Sequence(Der.Oid("1.2.840.113549.1.1.1"), Der.Null), Der.BitString(Der.Sequence(Der.Number(modulus), Der.Number(exponent))));
}
