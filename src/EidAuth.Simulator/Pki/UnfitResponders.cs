using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;

namespace EidAuth.Simulator.Pki;

/// <summary>Signers of OCSP answers who may not sign them, one method each. All but the citizen have the right responder's key.</summary>
internal sealed class UnfitResponders(IssuingBranch branch, CertificationAuthority authority, ResponderIdentity right, DateTimeOffset now)
{
    private const string ExtendedKeyUsage = "2.5.29.37";
    private const string NoCheck = "1.3.6.1.5.5.7.48.1.5";

    private CertificateValidity Valid => new(now.AddDays(-1), now.AddMonths(14));

    public ResponderIdentity Expired() => Delegate(authority, new CertificateValidity(now.AddMonths(-14), now.AddDays(-1)));

    public ResponderIdentity NotYetValid() => Delegate(authority, new CertificateValidity(now.AddMonths(1), now.AddMonths(14)));

    public ResponderIdentity WithoutOcspSigning() => Delegate(authority, Valid, ExtendedKeyUsage);

    public ResponderIdentity WithoutNoCheck() => Delegate(authority, Valid, NoCheck);

    /// <summary>Of another CA under the same root, with the right extensions.</summary>
    public ResponderIdentity Sibling()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var validity = CertificateValidity.Around(now, yearsBefore: 2, yearsAfter: 10);
        var certificate = branch.Root.Issue(AuthorityProfile.HolderCa("Citizen CA", branch.Root, key, branch.Addresses), validity, Serial.Random());
        using var sibling = new CertificationAuthority("sibling", certificate, key, branch.Addresses);
        var responder = Delegate(sibling, Valid);
        return responder with { Issuer = X509CertificateLoader.LoadCertificate(certificate.RawData) };
    }

    /// <summary>A person, with the authentication certificate that this CA issued.</summary>
    public ResponderIdentity Citizen()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var request = HolderProfile.Authentication(authority, Cards.Citizen.All["adult-18"], key, branch.Addresses);
        using var certificate = authority.Issue(request, CertificateValidity.Around(now, yearsBefore: 1, yearsAfter: 9), Serial.Random());
        return right with { Responder = certificate.CopyWithPrivateKey(key) };
    }

    private ResponderIdentity Delegate(CertificationAuthority issuer, CertificateValidity validity, string? without = null)
    {
        using AsymmetricAlgorithm key = right.Responder.GetRSAPrivateKey() is { } rsaKey ? rsaKey : right.Responder.GetECDsaPrivateKey()!;
        var request = ServiceProfile.OcspResponder(issuer, key);
        if (without is not null)
        {
            request.CertificateExtensions.Remove(request.CertificateExtensions.Single(extension => extension.Oid!.Value == without));
        }

        using var certificate = issuer.Issue(request, validity, Serial.Random());
        return right with { Responder = key is RSA rsa ? certificate.CopyWithPrivateKey(rsa) : certificate.CopyWithPrivateKey((ECDsa)key) };
    }
}
