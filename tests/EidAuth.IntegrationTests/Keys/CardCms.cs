using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Belpic;

namespace EidAuth.IntegrationTests.Keys;

/// <summary>A detached CMS signature by a card, with the issuing CA in it as a program would put it there.</summary>
internal static class CardCms
{
    public static byte[] Sign(BelpicSession session, byte[] document)
    {
        using var key = session.OpenSignatureKey(new OnePin());
        var cms = new SignedCms(new ContentInfo(document), detached: true);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, key.Certificate, key.Key)
        {
            DigestAlgorithm = new Oid(key.Key is RSA ? "2.16.840.1.101.3.4.2.1" : "2.16.840.1.101.3.4.2.2"),
            IncludeOption = X509IncludeOption.EndCertOnly,
            Certificates = { X509CertificateLoader.LoadCertificate(session.ReadCertificate(CertificateFile.IssuingCa)!) },
        });
        return cms.Encode();
    }
}
