using System.Security.Cryptography;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The genuine public certificates of the Belgian CAs, where a folder of them is at hand; none is of a natural person.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class RealCertificateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("roots/belgium-root-ca4-2028.pem", true)]
    [InlineData("roots/belgium-root-ca4-2032.pem", true)]
    [InlineData("roots/belgium-root-ca6.pem", true)]
    [InlineData("roots/belgium-root-ca1.pem", false)]
    [InlineData("roots/belgium-root-ca2-2007.pem", false)]
    [InlineData("roots/belgium-root-ca2-2011.pem", false)]
    [InlineData("roots/belgium-root-ca3.pem", false)]
    [InlineData("not-trusted/belgium-root-ca6-lookalike-nonprod.pem", false)]
    [InlineData("not-trusted/belgium-root-ca4-cross-cybertrust.pem", false)]
    [InlineData("not-trusted/belgium-root-ca2-cross-cybertrust.pem", false)]
    [InlineData("issuing/citizen-202501-brca6.pem", false)]
    public void Root_CA4_and_Root_CA6_match_their_pins_and_nothing_else_does(string file, bool pinned)
    {
        var certificate = Read(file);

        var anchor = TrustAnchors.Belgium.Find(certificate);

        Assert.Equal(pinned, anchor is not null);
        if (anchor is not null)
        {
            Assert.Equal(certificate.NotBefore, anchor.NotBefore);
            Assert.Equal(certificate.NotAfter, anchor.NotAfter);
            Assert.Equal(certificate.Extensions.SubjectKeyIdentifier.ToArray(), anchor.KeyIdentifier);
        }
    }

    [Theory]
    [InlineData("citizen-201623-brca4", "belgium-root-ca4-2028")]
    [InlineData("citizen-201631-brca4", "belgium-root-ca4-2032")]
    [InlineData("citizen-201709-brca4", "belgium-root-ca4-2028")]
    [InlineData("citizen-201803-brca4", "belgium-root-ca4-2032")]
    [InlineData("citizen-201806-brca4", "belgium-root-ca4-2028")]
    [InlineData("foreigner-201721-brca4", "belgium-root-ca4-2032")]
    [InlineData("citizen-202002-brca6", "belgium-root-ca6")]
    [InlineData("citizen-202501-brca6", "belgium-root-ca6")]
    [InlineData("foreigner-202001-brca6", "belgium-root-ca6")]
    [InlineData("foreigner-202401-brca6", "belgium-root-ca6")]
    public void Citizen_and_foreigner_CAs_verify_under_their_root(string file, string root)
    {
        var issuer = Read($"issuing/{file}.pem");
        var store = new IssuingCaStore();
        var examination = new IssuerExamination(TrustAnchors.Belgium, store);
        var work = default(PathWork);

        var found = Assert.IsType<PathOutcome.Found>(examination.Examine(issuer, [Read($"roots/{root}.pem")], Now, ref work)).Issuer;

        Assert.Equal(1, store.Count);
        Assert.True(found.IsValidAt(Now, TrustAnchors.Belgium));
        Assert.Equal(root.Contains("ca4", StringComparison.Ordinal) ? PolicyFamily.Root4 : PolicyFamily.Root6, found.Anchor.Policies);

        // Without the root's bytes the pin alone cannot verify: they are asked for.
        var missing = new IssuerExamination(TrustAnchors.Belgium, new IssuingCaStore()).Examine(issuer, [], Now, ref work);
        Assert.Same(issuer, Assert.IsType<PathOutcome.Missing>(missing).Below);
    }

    [Theory]
    [InlineData("issuing/citizen-201008-brca2.pem", LoginRejection.AlgorithmNotAllowed)]
    [InlineData("issuing/citizen-201505-brca3.pem", LoginRejection.AlgorithmNotAllowed)]
    [InlineData("issuing/timestamp-202101-brca6.pem", LoginRejection.IssuerNotAllowed)]
    [InlineData("not-trusted/citizen-201505-altered-signature.pem", LoginRejection.AlgorithmNotAllowed)]
    [InlineData("not-trusted/foreigner-201305-short-signature.pem", LoginRejection.AlgorithmNotAllowed)]
    [InlineData("rrn/rrn-2016-brca4.pem", LoginRejection.IssuerNotCa)]
    [InlineData("roots/belgium-root-ca4-2032.pem", LoginRejection.IssuerNotAllowed)]
    public void Others_are_no_issuers_of_logins(string file, LoginRejection expected)
    {
        var store = new IssuingCaStore();
        var work = default(PathWork);

        var outcome = new IssuerExamination(TrustAnchors.Belgium, store).Examine(Read(file), Roots(), Now, ref work);

        Assert.Equal(new PathOutcome.Refused(expected), outcome);
        Assert.Equal(0, store.Count);
    }

    [Fact(DisplayName = "P4: the genuine CA certificate whose RSA signature is one octet short does not verify")]
    public void A_short_RSA_signature_does_not_verify()
    {
        var issuer = Read("not-trusted/foreigner-201305-short-signature.pem");
        using var key = VerificationKey.Of(Read("roots/belgium-root-ca2-2011.pem"));

        Assert.Equal(255, issuer.Signature.Length);
        Assert.False(key!.Verify(new SignatureAlgorithm(HashAlgorithmName.SHA1, IsRsa: true), issuer.Signed.Span, issuer.Signature.Span));
    }

    [Fact(DisplayName = "P4+: its neighbour with a whole signature does")]
    public void A_whole_RSA_signature_verifies()
    {
        var issuer = Read("issuing/foreigner-201304-brca2.pem");
        using var key = VerificationKey.Of(Read("roots/belgium-root-ca2-2011.pem"));

        Assert.True(key!.Verify(new SignatureAlgorithm(HashAlgorithmName.SHA1, IsRsa: true), issuer.Signed.Span, issuer.Signature.Span));
    }

    [Fact(DisplayName = "P14: Root CA4's key outlives its first certificate")]
    public void Root_CA4_outlives_its_first_certificate()
    {
        var key = SHA256.HashData(Read("roots/belgium-root-ca4-2028.pem").PublicKey.Encoded.Span);

        Assert.True(TrustAnchors.Belgium.IsValidAt(key, new(2029, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.False(TrustAnchors.Belgium.IsValidAt(key, new(2032, 10, 22, 12, 0, 1, TimeSpan.Zero)));
        Assert.False(TrustAnchors.Belgium.IsValidAt(key, new(2013, 6, 26, 11, 59, 59, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData("citizen-201803-brca4", "http://ocsp.eid.belgium.be/2")]
    [InlineData("citizen-202501-brca6", "http://ocsp.eidpki.belgium.be/eid/brca6")]
    [InlineData("citizen-201623-brca4", null)]
    public void The_addresses_of_real_CAs_are_on_the_list(string file, string? responder)
    {
        var issuer = Read($"issuing/{file}.pem");

        Assert.Equal(responder, AllowedAddress.OfResponder(issuer, isTest: false)?.AbsoluteUri);
        Assert.Null(AllowedAddress.OfResponder(issuer, isTest: true));
    }

    private static Certificate[] Roots() => [Read("roots/belgium-root-ca4-2032.pem"), Read("roots/belgium-root-ca6.pem")];

    private static Certificate Read(string file)
    {
        var pem = File.ReadAllText(Path.Combine(Require.Shared(), "pki", file));
        var fields = PemEncoding.Find(pem);
        Assert.True(Certificate.TryRead(Convert.FromBase64String(pem[fields.Base64Data]), out var certificate));
        return certificate!;
    }
}
