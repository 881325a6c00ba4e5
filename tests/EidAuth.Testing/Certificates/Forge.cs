using System.Security.Cryptography;

namespace EidAuth.Testing.Certificates;

/// <summary>Values that certificates and answers share.</summary>
public static class Forge
{
    public const string KeyUsage = "2.5.29.15";
    public const string BasicConstraints = "2.5.29.19";
    public const string ExtendedKeyUsage = "2.5.29.37";
    public const string Policies = "2.5.29.32";
    public const string AuthorityKeyIdentifier = "2.5.29.35";
    public const string SubjectKeyIdentifier = "2.5.29.14";
    public const string AuthorityInformationAccess = "1.3.6.1.5.5.7.1.1";
    public const string QcStatements = "1.3.6.1.5.5.7.1.3";
    public const string OcspNoCheck = "1.3.6.1.5.5.7.48.1.5";
    public const string NameConstraints = "2.5.29.30";
    public const string PolicyConstraints = "2.5.29.36";

    public const string CrlDistributionPoints = "2.5.29.31";
    public const string CrlNumber = "2.5.29.20";
    public const string ReasonCode = "2.5.29.21";
    public const string InvalidityDate = "2.5.29.24";
    public const string DeltaCrlIndicator = "2.5.29.27";
    public const string IssuingDistributionPoint = "2.5.29.28";
    public const string CertificateIssuer = "2.5.29.29";

    public const string ClientAuth = "1.3.6.1.5.5.7.3.2";
    public const string ServerAuth = "1.3.6.1.5.5.7.3.1";
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";
    public const string AnyPurpose = "2.5.29.37.0";

    public const byte DigitalSignature = 0x80;
    public const byte NonRepudiation = 0x40;
    public const byte KeyCertSign = 0x04;
    public const byte CrlSign = 0x02;

    public static byte[] Usage(byte bits) => Der.BitString([bits], (byte)byte.TrailingZeroCount(bits));

    public static byte[] Purposes(params string[] purposes) => Der.Sequence([.. purposes.Select(Der.Oid)]);

    public static byte[] PolicyList(params string[] policies) => Der.Sequence([.. policies.Select(policy => Der.Sequence(Der.Oid(policy)))]);

    public static byte[] Ca(byte? pathLength) => pathLength is { } length ? Der.Sequence(Der.True, Der.Number(length)) : Der.Sequence(Der.True);

    public static byte[] Authority(byte[] keyIdentifier) => Der.Sequence(Der.Implicit(0, keyIdentifier));

    /// <summary>Authority information access: caIssuers and OCSP.</summary>
    public static byte[] Access(string? responder, string? issuer = null)
    {
        var descriptions = new List<byte[]>();
        if (issuer is not null)
        {
            descriptions.Add(Der.Sequence(Der.Oid("1.3.6.1.5.5.7.48.2"), Der.Implicit(6, Der.Ascii(issuer))));
        }

        if (responder is not null)
        {
            descriptions.Add(Der.Sequence(Der.Oid("1.3.6.1.5.5.7.48.1"), Der.Implicit(6, Der.Ascii(responder))));
        }

        return Der.Sequence([.. descriptions]);
    }

    /// <summary>CRL distribution points: one with these URIs.</summary>
    public static byte[] DistributionPoints(params string[] addresses) =>
        Der.Sequence(Der.Sequence(Der.Explicit(0, Der.Explicit(0, [.. addresses.Select(address => Der.Implicit(6, Der.Ascii(address)))]))));

    public static byte[] Sha1(byte[] data)
    {
#pragma warning disable CA5350, RS0030 // Key identifiers and OCSP's CertID are SHA-1.
        return SHA1.HashData(data);
#pragma warning restore CA5350, RS0030
    }

    /// <summary>A copy with one bit of that byte turned; negative positions count from the end.</summary>
    public static byte[] FlipBit(byte[] bytes, int position)
    {
        var copy = bytes.ToArray();
        copy[position < 0 ? copy.Length + position : position] ^= 0x01;
        return copy;
    }
}
