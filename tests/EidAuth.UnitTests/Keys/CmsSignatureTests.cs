using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;
using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Keys;

/// <summary>Libraries that know .NET keys and nothing of cards.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CmsSignatureTests
{
    private static readonly byte[] Document = "Aanvraag van een parkeerkaart"u8.ToArray();

    [Theory]
    [InlineData(KeyBench.Adult17, "2.16.840.1.101.3.4.2.1", false)]
    [InlineData(KeyBench.Adult17, "2.16.840.1.101.3.4.2.2", true)]
    [InlineData(KeyBench.Adult17, "2.16.840.1.101.3.4.2.3", true)]
    [InlineData(KeyBench.Adult18, "2.16.840.1.101.3.4.2.1", true)]
    [InlineData(KeyBench.Adult18, "2.16.840.1.101.3.4.2.2", false)]
    [InlineData(KeyBench.Adult18, "2.16.840.1.101.3.4.2.3", true)]
    public void A_cms_signature_takes_one_pin_and_is_good(string citizen, string digest, bool detached)
    {
        var person = new TypedPins("1234");
        using var bench = new KeyBench(citizen, person);
        var cms = new SignedCms(new ContentInfo(Document), detached);
        cms.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, bench.Key.Certificate, bench.Key.Key)
        {
            DigestAlgorithm = new System.Security.Cryptography.Oid(digest),
            IncludeOption = X509IncludeOption.EndCertOnly,
            SignedAttributes = { new Pkcs9SigningTime(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc)) },
        });

        var read = new SignedCms(new ContentInfo(Document), detached);
        read.Decode(cms.Encode());
        read.CheckSignature(verifySignatureOnly: true);
        Assert.Equal(bench.Key.Certificate.RawData, read.SignerInfos[0].Certificate!.RawData);
        Assert.Single(person.Asked);
        Assert.Equal(1, bench.PinsSent);
    }

    [Fact]
    public void A_cms_signature_in_pss_is_good()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins("1234"));
        var cms = new SignedCms(new ContentInfo(Document));
        cms.ComputeSignature(new CmsSigner(
            SubjectIdentifierType.IssuerAndSerialNumber, bench.Key.Certificate, (RSA)bench.Key.Key, RSASignaturePadding.Pss)
        {
            DigestAlgorithm = new System.Security.Cryptography.Oid("2.16.840.1.101.3.4.2.1"),
            IncludeOption = X509IncludeOption.EndCertOnly,
        });
        cms.CheckSignature(verifySignatureOnly: true);
        Assert.StartsWith("002241B60504802084", bench.FromMse[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_decided_at_the_card_comes_through_the_library()
    {
        using var bench = new KeyBench(KeyBench.Adult18, new TypedPins("4321"));
        var cms = new SignedCms(new ContentInfo(Document));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, bench.Key.Certificate, bench.Key.Key) { IncludeOption = X509IncludeOption.EndCertOnly };
        var exception = Assert.Throws<CardSigningException>(() => cms.ComputeSignature(signer));
        Assert.Equal((CardSigningFailure.WrongPin, 2), (exception.Failure, exception.TriesLeft));
    }

    [Fact]
    public void An_xml_signature_is_good()
    {
        using var bench = new KeyBench(KeyBench.Adult17, new TypedPins("1234"));
        var document = new XmlDocument();
        document.LoadXml("<aanvraag><wat>parkeerkaart</wat></aanvraag>");
        var signed = new SignedXml(document) { SigningKey = bench.Key.Key };
        signed.SignedInfo!.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), deep: true));

        var check = new SignedXml(document);
        check.LoadXml((XmlElement)document.GetElementsByTagName("Signature")[0]!);
        Assert.True(check.CheckSignature(bench.Key.Certificate, verifySignatureOnly: true));
        document.GetElementsByTagName("wat")[0]!.InnerText = "woonkaart";
        Assert.False(check.CheckSignature(bench.Key.Certificate, verifySignatureOnly: true));
    }
}
