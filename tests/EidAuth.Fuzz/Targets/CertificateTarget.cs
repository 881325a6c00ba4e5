using System.Text;
using EidAuth.Fuzz.Oracles;
using EidAuth.Fuzz.Pki;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing.Certificates;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.Fuzz.Targets;

/// <summary>Reading a certificate, and everything that is looked at in one before a signature is: profiles, policies, names, addresses.</summary>
internal static class CertificateTarget
{
    private static readonly CertificateProfile[] Profiles =
        [CertificateProfile.IssuingCa, CertificateProfile.Anchor, CertificateProfile.Responder, CertificateProfile.AnyCa];

    private static readonly PolicyFamily[] Families = [PolicyFamily.Root1, PolicyFamily.Root4, PolicyFamily.Root6];

    private static readonly IReadOnlyList<byte[]> Seeds =
    [
        Hierarchy.Ec.Leaf.Encoded, Hierarchy.Ec.Ca.Encoded, Hierarchy.Ec.Root.Encoded, Hierarchy.Ec.Responder.Encoded, Hierarchy.Rsa.Leaf.Encoded, Hierarchy.Rsa.Root.Encoded,
        Hierarchy.Issue(Keys.Wide, LoginScenario.HolderName(LoginScenario.NationalNumber), Keys.Ca, Hierarchy.Ec.Ca.Subject, [0x7F]).With(Forge.KeyUsage, Forge.Usage(Forge.NonRepudiation)).Encoded,
        Rich().Encoded,
    ];

    public static MutationTarget Create()
    {
        var damage = new DerDamage(Seeds);
        return new("certificate", Seeds, Pieces.Der, Parse)
        {
            Shape = new Signer().Over(damage, int.MaxValue),
            Share = 2,
            AllocatedAtMost = 64 * 1024,
            AllocatedPerByte = 64,
        };
    }

    private static Parsed Parse(byte[] input)
    {
        var work = Work.Begin();
        var accepted = Certificate.TryRead(input, out var certificate);
        if (accepted)
        {
            Use(certificate!);
        }

        var parsed = work.End(accepted);
        Assert.Equal(accepted, certificate is not null);
        if (certificate is not null)
        {
            Assert.True(certificate.Encoded.Span.SequenceEqual(input));
            Assert.True(Certificate.TryRead(input.ToArray(), out var again));
            Assert.True(again!.Signed.Span.SequenceEqual(certificate.Signed.Span) && again.Subject.Span.SequenceEqual(certificate.Subject.Span));
            CertificateOracle.Check(certificate);
        }

        return parsed;
    }

    // What a login looks at.
    private static void Use(Certificate certificate)
    {
        foreach (var profile in Profiles)
        {
            Assert.True(Enum.IsDefined(profile.Check(certificate.Extensions)));
            _ = profile.IsNameGood(certificate);
        }

        foreach (var family in Families)
        {
            foreach (var use in Enum.GetValues<CertificateUse>())
            {
                Assert.True(Enum.IsDefined(family.Judge(certificate.Extensions, use)));
            }
        }

        _ = NationalNumber.TryParse(SubjectName.Single(certificate.Subject, Oid.SerialNumber), out _);
        AssertPlain(HolderName.Read(certificate, Oid.Surname));
        AssertPlain(HolderName.Read(certificate, Oid.GivenName));
        foreach (var isTest in (ReadOnlySpan<bool>)[false, true])
        {
            AssertPlain(AllowedAddress.OfResponder(certificate, isTest), isTest);
            AssertPlain(AllowedAddress.OfIssuer(certificate, isTest), isTest);
            AssertPlain(AllowedAddress.OfList(certificate, isTest), isTest);
        }
    }

    // For people to read: nothing that turns or ends the text around it.
    private static void AssertPlain(string? name)
    {
        Assert.False(name?.Any(character => char.IsControl(character) || character is '\u2028' or '\u2029' or '\u202E' or '\u2066') ?? false);
        Assert.True(name?.IsNormalized(NormalizationForm.FormC) ?? true);
    }

    private static void AssertPlain(Uri? address, bool isTest)
    {
        if (address is not null)
        {
            Assert.True(address.Scheme == "http" && address.IsLoopback == isTest && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0);
            Assert.True(isTest || (address.IsDefaultPort && address.Host.EndsWith(".belgium.be", StringComparison.Ordinal)));
        }
    }

    // Every extension that the reader knows.
    private static ForgedCertificate Rich() => Hierarchy.Issue(Keys.Leaf, LoginScenario.HolderName("00010100105"), Keys.Ca, Hierarchy.Ec.Ca.Subject, [0x01, 0xFF])
        .With(Forge.SubjectKeyIdentifier, Der.OctetString(Keys.Leaf.Sha1))
        .With(Forge.AuthorityKeyIdentifier, Der.Sequence(Der.Implicit(0, Keys.Ca.Sha1), Der.Explicit(1, Der.Explicit(4, Hierarchy.Ec.Root.Subject)), Der.Implicit(2, [0x01])))
        .With(Forge.AuthorityInformationAccess, Forge.Access("http://ocsp.eidpki.belgium.be/eid/1", "http://crt.eidpki.belgium.be/eid/1.crt"))
        .With(Forge.CrlDistributionPoints, Forge.DistributionPoints("http://crl.eidpki.belgium.be/eid/1.crl", "ldap://x"))
        .With(Forge.Policies, Der.Sequence(
            Der.Sequence(Der.Oid(LoginScenario.Root6CitizenPolicy), Der.Sequence(Der.Sequence(Der.Oid("1.3.6.1.5.5.7.2.1"), Der.Element(0x16, Der.Ascii("http://x"))))),
            Der.Sequence(Der.Oid(LoginScenario.Root4CitizenPolicy))))
        .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth, Forge.EmailProtection, Forge.AnyPurpose))
        .With(Forge.KeyUsage, Der.BitString([0x80, 0x80], 7), critical: true)
        .With(Forge.QcStatements, Der.Sequence(
            Der.Sequence(Der.Oid("0.4.0.1862.1.1")),
            Der.Sequence(Der.Oid("0.4.0.1862.1.6"), Der.Sequence(Der.Oid("0.4.0.1862.1.6.1")))))
        .With(Forge.NameConstraints, Der.Sequence(Der.Explicit(0, Der.Sequence(Der.Implicit(2, Der.Ascii("example.be"))))), critical: true)
        .With(Forge.PolicyConstraints, Der.Sequence(Der.Implicit(0, [0x00])))
        .With("2.5.29.17", Der.Sequence(Der.Implicit(2, Der.Ascii("a.example.be")), Der.Implicit(1, Der.Ascii("a@example.be"))))
        .With("2.5.29.33", Der.Sequence(Der.Sequence(Der.Oid("1.2.3"), Der.Oid("1.2.4"))))
        .With("1.2.3.4", Der.Null);
}
