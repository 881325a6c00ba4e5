using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Pki;

/// <summary>A <see cref="PathProfile"/>, ready to be applied to certificates.</summary>
internal sealed class LeafRules
{
    private readonly PathProfile profile;
    private readonly byte[]? purpose;

    public LeafRules(PathProfile profile)
    {
        this.profile = profile;
        purpose = profile.Purpose is null ? null : Encode(profile.Purpose);
    }

    /// <summary>What is wrong with the leaf itself, or null.</summary>
    public PathDefect? Check(Certificate leaf, DateTimeOffset time)
    {
        var extensions = leaf.Extensions;
        return CheckAny(leaf, time)
            ?? (extensions.IsCa && !profile.LeafMayBeCa ? PathDefect.LeafIsCa
                : !HasUsage(extensions.KeyUsage) ? PathDefect.KeyUsage
                : !HasPurpose(extensions) ? PathDefect.ExtendedKeyUsage
                : null);
    }

    /// <summary>What is wrong with a certificate of the path, wherever it stands.</summary>
    public static PathDefect? CheckAny(Certificate certificate, DateTimeOffset time) =>
        certificate.PublicKey.Kind == KeyKind.NotAllowed ? PathDefect.KeyNotAllowed
        : certificate.Extensions.HasUnknownCritical ? PathDefect.CriticalExtension
        : certificate.Extensions.HasPolicyRules ? PathDefect.PolicyRules
        : time < certificate.NotBefore ? PathDefect.NotYetValid
        : time > certificate.NotAfter ? PathDefect.Expired
        : null;

    /// <summary>What is wrong with a certificate as an issuer (RFC 5280 §6.1.4 (k) to (n)).</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="authoritiesBelow">CAs between it and the leaf that are not self-issued.</param>
    public PathDefect? CheckIssuer(Certificate issuer, int authoritiesBelow)
    {
        var extensions = issuer.Extensions;
        return !extensions.IsCa ? PathDefect.IssuerNotCa
            : extensions.KeyUsage is { } usage && (usage & KeyUsages.KeyCertSign) == 0 ? PathDefect.IssuerKeyUsage
            : extensions.PathLength < authoritiesBelow ? PathDefect.PathLength
            : purpose is not null && extensions.HasPurposes && !extensions.Purposes.Contains(purpose) && !extensions.Purposes.Contains(Oid.AnyExtendedKeyUsage)
                ? PathDefect.IssuerExtendedKeyUsage
            : null;
    }

    private bool HasUsage(KeyUsages? usage)
    {
        var flags = usage is { } bits ? (X509KeyUsageFlags)((int)(bits & ~KeyUsages.DecipherOnly) | ((bits & KeyUsages.DecipherOnly) != 0 ? (int)X509KeyUsageFlags.DecipherOnly : 0)) : 0;
        return (flags & profile.DemandedUsage) == profile.DemandedUsage && (flags & profile.ForbiddenUsage) == 0;
    }

    private bool HasPurpose(CertificateExtensions extensions) =>
        purpose is null
        || (extensions.HasPurposes
            ? extensions.Purposes.Contains(purpose) || (profile.PurposeMayBeAbsent && extensions.Purposes.Contains(Oid.AnyExtendedKeyUsage))
            : profile.PurposeMayBeAbsent);

    private static byte[] Encode(string dotted)
    {
        try
        {
            var writer = new AsnWriter(AsnEncodingRules.DER);
            writer.WriteObjectIdentifier(dotted);
            var encoded = writer.Encode();
            return new DerReader(encoded).TryReadOid(out var oid) ? oid.ToArray() : throw new ArgumentException("The purpose is too long an OID.", nameof(dotted));
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            throw new ArgumentException("The purpose is no OID.", nameof(dotted));
        }
    }
}
