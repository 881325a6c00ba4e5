using System.Security.Cryptography;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>From the holder's certificate to the anchor.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class PathCaseTests
{
    private static readonly Func<LoginScenario> Ec = LoginScenario.Ec;
    private static readonly Func<LoginScenario> Rsa = LoginScenario.Rsa;

    internal static readonly LoginCase[] Cases =
    [
        new("P1", "one bit of the holder's signature turned (EC)", Ec, s => s.Leaf.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.SignatureInvalid),
        new("P1", "one bit of the holder's signature turned (RSA)", Rsa, s => s.Leaf.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.SignatureInvalid),
        new("P2", "one bit of the signed part turned, in the names", Ec, s => s.Leaf.ChangeSigned = x => Turn(x, "Nele Voorbeeld"), LoginRejection.SignatureInvalid),
        new("P3", "the CA's signature altered", Ec, s => s.Ca.ChangeSignature = x => Forge.FlipBit(x, -1), LoginRejection.ChainUntrusted),
        new("P4", "the CA's RSA signature one octet short", Rsa, s => s.Ca.ChangeSignature = x => x[1..], LoginRejection.ChainUntrusted),
        new("P4", "the holder's RSA signature one octet short", Rsa, s => s.Leaf.ChangeSignature = x => x[1..], LoginRejection.SignatureInvalid),
        new("P5", "the CA signed by a root with the anchor's name and another key", Ec, s => s.Ca.IssuerKey = ForgeKey.P384(5), LoginRejection.ChainUntrusted),
        new("P5", "the same, with that root in the bag and its key identifier in the CA", Ec, UnderLookAlikeRoot, LoginRejection.ChainUntrusted),
        new("P6", "a self-signed certificate with everything copied", Ec, SelfSigned, LoginRejection.ChainUntrusted),
        new("P7", "issued by another holder's certificate", Ec, UnderAnotherHolder, LoginRejection.IssuerNotCa),
        new("P8", "issued by a holder's certificate with keyCertSign", Ec, UnderAnotherHolderWhoMaySign, LoginRejection.IssuerNotCa),
        new("P9", "a CA without keyCertSign", Ec, s => s.Ca.With(Forge.KeyUsage, Forge.Usage(Forge.CrlSign), critical: true), LoginRejection.IssuerKeyUsage),
        new("P9", "a CA without key usage", Ec, s => s.Ca.Without(Forge.KeyUsage), LoginRejection.IssuerKeyUsage),
        new("P10", "one more CA under a Citizen CA", Ec, s => UnderSubordinate(s, CaName("Citizen CA", number: "202602")), LoginRejection.PathLength),
        new("P10", "the same in the Citizen CA's own name, in another string type", Ec, s => UnderSubordinate(s, CaName("Citizen CA", printable: true)), LoginRejection.PathLength),
        new("P10", "a Citizen CA with path length 1", Ec, s => s.Ca.With(Forge.BasicConstraints, Forge.Ca(1), critical: true), LoginRejection.PathLength),
        new("P10", "a Citizen CA without path length", Ec, s => s.Ca.With(Forge.BasicConstraints, Forge.Ca(null), critical: true), LoginRejection.PathLength),
        new("P12", "expired a second ago", Ec, s => s.Leaf.NotAfter = s.Now.AddSeconds(-1), LoginRejection.CertificateExpired),
        new("P12", "the last second of validity", Ec, s => s.Leaf.NotAfter = s.Now, null),
        new("P12", "valid in a second", Ec, s => s.Leaf.NotBefore = s.Now.AddSeconds(1), LoginRejection.CertificateNotYetValid),
        new("P12", "the first second of validity", Ec, s => s.Leaf.NotBefore = s.Now, null),
        new("P12", "expired between the two halves", EndsSoon, s => Later(s, 31), LoginRejection.CertificateExpired),
        new("P13", "the CA expired", Ec, s => s.Ca.NotAfter = s.Now.AddSeconds(-1), LoginRejection.ChainExpired),
        new("P13", "the CA not yet valid", Ec, s => s.Ca.NotBefore = s.Now.AddSeconds(1), LoginRejection.ChainExpired),
        new("P13", "the CA expired between the two halves", CaEndsSoon, s => Later(s, 31), LoginRejection.ChainExpired),
        new("P14", "the anchor expired", Ec, s => s.Root.NotAfter = s.Now.AddSeconds(-1), LoginRejection.ChainExpired),
        new("P15", "the CA's name in another string type", Ec, s => s.Ca.Subject = CaName("Citizen CA", printable: true), LoginRejection.IssuerUnknown),
        new("P15", "the CA's name in another case", Ec, s => s.Leaf.Issuer = CaName("CITIZEN CA"), LoginRejection.IssuerUnknown),
        new("P15", "the CA's name with another space", Ec, s => s.Leaf.Issuer = CaName("Citizen  CA"), LoginRejection.IssuerUnknown),
        new("P16", "another authority key identifier in the holder's certificate", Ec, s => s.Leaf.With(Forge.AuthorityKeyIdentifier, Forge.Authority(new byte[20])), LoginRejection.ChainUntrusted),
        new("P16", "no authority key identifier in the holder's certificate", Ec, s => s.Leaf.Without(Forge.AuthorityKeyIdentifier), LoginRejection.ChainUntrusted),
        new("P16", "another authority key identifier in the CA", Ec, s => s.Ca.With(Forge.AuthorityKeyIdentifier, Forge.Authority(new byte[20])), LoginRejection.ChainUntrusted),
        new("P17", "inner and outer signature algorithm differ", Ec, s => s.Leaf.OuterAlgorithm = ForgeAlgorithm.EcdsaSha512, LoginRejection.CertificateMalformed),
        new("P18", "holder signed with ecdsa-with-SHA1", Ec, s => s.Leaf.Algorithm = ForgeAlgorithm.EcdsaSha1, LoginRejection.AlgorithmNotAllowed),
        new("P18", "holder signed with sha1WithRSA", Rsa, s => s.Leaf.Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.AlgorithmNotAllowed),
        new("P18", "holder signed with md5WithRSA", Rsa, s => s.Leaf.Algorithm = ForgeAlgorithm.RsaMd5, LoginRejection.AlgorithmNotAllowed),
        new("P18", "CA signed with ecdsa-with-SHA1", Ec, s => s.Ca.Algorithm = ForgeAlgorithm.EcdsaSha1, LoginRejection.AlgorithmNotAllowed),
        new("P18", "CA signed with sha1WithRSA", Rsa, s => s.Ca.Algorithm = ForgeAlgorithm.RsaSha1, LoginRejection.AlgorithmNotAllowed),
        new("P18", "holder signed with SHA-512", Ec, s => s.Leaf.Algorithm = ForgeAlgorithm.EcdsaSha512, null),
        new("P18", "holder signed with SHA-384", Rsa, s => s.Leaf.Algorithm = ForgeAlgorithm.RsaSha384, null),
        new("P18", "an ECDSA algorithm on an RSA signature", Rsa, s => (s.Leaf.Algorithm, s.Leaf.IssuerKey) = (ForgeAlgorithm.EcdsaSha256, ForgeKey.Rsa(1)), LoginRejection.SignatureInvalid),
        new("P19", "holder with RSA-1024", Rsa, s => s.Leaf.Key = ForgedKeys.Rsa1024, LoginRejection.KeyNotAllowed),
        new("P19", "holder with exponent 3", Rsa, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.RsaWithExponent([0x03]), LoginRejection.KeyNotAllowed),
        new("P19", "holder with an even exponent", Rsa, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.RsaWithExponent([0x01, 0x00, 0x02]), LoginRejection.KeyNotAllowed),
        new("P19", "holder with an exponent of 33 bits", Rsa, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.RsaWithExponent([0x01, 0x00, 0x00, 0x00, 0x01]), LoginRejection.KeyNotAllowed),
        new("P19", "holder with a negative exponent", Rsa, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.RsaWithExponent([0xFF, 0x00, 0x01]), LoginRejection.KeyNotAllowed),
        new("P19", "holder with an even modulus", Rsa, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.RsaWithEvenModulus, LoginRejection.KeyNotAllowed),
        new("P19", "holder with P-192", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.Ec(Der.Oid("1.2.840.10045.3.1.1"), new byte[49]), LoginRejection.KeyNotAllowed),
        new("P19", "holder with brainpoolP384r1", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.Ec(Der.Oid("1.3.36.3.3.2.8.1.1.11"), ForgeKey.P384(2).Bits), LoginRejection.KeyNotAllowed),
        new("P19", "holder with Ed25519", Ec, s => s.Leaf.SubjectPublicKeyInfo = Der.Sequence(Der.Sequence(Der.Oid("1.3.101.112")), Der.BitString(new byte[32])), LoginRejection.KeyNotAllowed),
        new("P19", "CA with RSA-1024", Rsa, s => (s.Ca.Key, s.Leaf.IssuerKey) = (ForgedKeys.Rsa1024, ForgedKeys.Rsa1024), LoginRejection.KeyNotAllowed),
        new("P20", "holder with explicit parameters of P-384", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.ExplicitP384, LoginRejection.KeyNotAllowed),
        new("P20", "CA with explicit parameters of P-384", Ec, s => s.Ca.SubjectPublicKeyInfo = ForgedKeys.ExplicitP384, LoginRejection.KeyNotAllowed),
        new("P21", "a point that is not on the curve", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.Ec(ForgedKeys.P384, Forge.FlipBit(ForgeKey.P384(2).Bits, -1)), LoginRejection.KeyNotAllowed),
        new("P21", "the point at infinity", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.Ec(ForgedKeys.P384, [0x00]), LoginRejection.KeyNotAllowed),
        new("P21", "a compressed point", Ec, s => s.Leaf.SubjectPublicKeyInfo = ForgedKeys.Ec(ForgedKeys.P384, [0x02, .. ForgeKey.P384(2).Bits[1..49]]), LoginRejection.KeyNotAllowed),
        new("P22", "RSA-PSS without parameters", Rsa, s => s.Leaf.Algorithm = ForgeAlgorithm.RsaPssWithoutParameters, LoginRejection.AlgorithmNotAllowed),
        new("P22", "RSA-PSS with the parameters of SHA-1", Rsa, s => s.Leaf.Algorithm = Pss("1.3.14.3.2.26", 20), LoginRejection.AlgorithmNotAllowed),
        new("P22", "RSA-PSS with the parameters of SHA-256: no card or CA signs so", Rsa, s => s.Leaf.Algorithm = Pss("2.16.840.1.101.3.4.2.1", 32), LoginRejection.AlgorithmNotAllowed),
        new("P22", "RSA PKCS#1 without its NULL", Rsa, s => s.Leaf.Algorithm = Der.Sequence(Der.Oid("1.2.840.113549.1.1.11")), LoginRejection.AlgorithmNotAllowed),
        new("P23", "ECDSA signature with a longer length than needed", Ec, s => s.Leaf.ChangeSignature = x => [x[0], 0x81, .. x[1..]], LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature with a byte after it", Ec, s => s.Leaf.ChangeSignature = x => [.. x, 0x00], LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature with r negative", Ec, s => s.Leaf.ChangeSignature = _ => Der.Sequence(Der.Number(0xFF), Der.Number(0x01)), LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature with r = 0", Ec, s => s.Leaf.ChangeSignature = _ => Der.Sequence(Der.Number(0x00), Der.Number(0x01)), LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature with r beyond the order", Ec, s => s.Leaf.ChangeSignature = _ => Der.Sequence(Der.Number([0x00, .. Full(48)]), Der.Number(0x01)), LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature with r longer than the field", Ec, s => s.Leaf.ChangeSignature = _ => Der.Sequence(Der.Number([0x01, .. Full(48)]), Der.Number(0x01)), LoginRejection.SignatureInvalid),
        new("P23", "ECDSA signature raw instead of DER", Ec, s => s.Leaf.ChangeSignature = _ => Full(96), LoginRejection.SignatureInvalid),
        new("P24", "an unknown critical extension in the holder's certificate", Ec, s => s.Leaf.With("1.2.3.4.5", Der.Null, critical: true), LoginRejection.CriticalExtension),
        new("P24", "the same extension not critical", Ec, s => s.Leaf.With("1.2.3.4.5", Der.Null), null),
        new("P24", "an unknown critical extension in the CA", Ec, s => s.Ca.With("1.2.3.4.5", Der.Null, critical: true), LoginRejection.CriticalExtension),
        new("P25", "two key usages", Ec, s => s.Leaf.WithAnother(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true), LoginRejection.CertificateMalformed),
        new("P25", "an unknown extension twice", Ec, s => s.Leaf.With("1.2.3.4.5", Der.Null).WithAnother("1.2.3.4.5", Der.Null), LoginRejection.CertificateMalformed),
        new("P26", "critical name constraints on the CA", Ec, s => s.Ca.With(Forge.NameConstraints, Der.Sequence(), critical: true), LoginRejection.CriticalExtension),
        new("P26", "critical name constraints on the CA that leave the holder out", Ec, s => s.Ca.With(Forge.NameConstraints, OnlyNamesOf("FR"), critical: true), LoginRejection.CriticalExtension),
        new("P26", "critical name constraints on the CA that the holder keeps to: none of the hierarchy has any", Ec, s => s.Ca.With(Forge.NameConstraints, OnlyNamesOf("BE"), critical: true), LoginRejection.CriticalExtension),
        new("P26", "critical name constraints on the CA that are not DER", Ec, s => s.Ca.With(Forge.NameConstraints, [0x30, 0x80, 0x00, 0x00], critical: true), LoginRejection.CriticalExtension),
        new("P26", "name constraints on the CA, not critical", Ec, s => s.Ca.With(Forge.NameConstraints, Der.Null), LoginRejection.CriticalExtension),
        new("P27", "policy constraints on the CA: refused, not evaluated", Ec, s => s.Ca.With(Forge.PolicyConstraints, Der.Sequence(Der.Implicit(0, [0x00]))), LoginRejection.CriticalExtension),
        new("P28", "a CA for servers only", Ec, s => s.Ca.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ServerAuth)), LoginRejection.ChainExtendedKeyUsage),
        new("P28", "a CA for any purpose", Ec, s => s.Ca.With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.AnyPurpose)), null),
        new("P28", "a CA without purposes, as until 2017", Ec, s => s.Ca.Without(Forge.ExtendedKeyUsage), null),
        new("P29", "version 1 with extensions", Ec, s => s.Leaf.Version = [], LoginRejection.CertificateMalformed),
        new("P29", "version 2", Ec, s => s.Leaf.Version = Der.Explicit(0, Der.Number(1)), LoginRejection.CertificateMalformed),
        new("P29", "version 4", Ec, s => s.Leaf.Version = Der.Explicit(0, Der.Number(3)), LoginRejection.CertificateMalformed),
        new("P29", "version 1 without extensions", Ec, s => s.Leaf.WithoutExtensions().Version = [], LoginRejection.CertificateMalformed),
        new("P29", "version 3 without extensions", Ec, s => s.Leaf.WithoutExtensions(), LoginRejection.CertificateMalformed),
        new("P30", "serial number negative", Ec, s => s.Leaf.SerialNumber = [0x80], LoginRejection.CertificateMalformed),
        new("P30", "serial number zero", Ec, s => s.Leaf.SerialNumber = [0x00], LoginRejection.CertificateMalformed),
        new("P30", "serial number of 21 octets", Ec, s => s.Leaf.SerialNumber = Full(21, 0x11), LoginRejection.CertificateMalformed),
        new("P30", "serial number of 20 octets", Ec, s => s.Leaf.SerialNumber = Full(20, 0x11), null),
        new("P30", "serial number with a needless zero", Ec, s => s.Leaf.SerialNumber = [0x00, 0x11], LoginRejection.CertificateMalformed),
        new("P31", "indefinite length", Ec, s => s.Leaf.ChangeEncoded = x => [0x30, 0x80, .. x[4..], 0x00, 0x00], LoginRejection.CertificateMalformed),
        new("P31", "a longer length than needed", Ec, s => s.Leaf.ChangeEncoded = x => [0x30, 0x83, 0x00, .. x[2..]], LoginRejection.CertificateMalformed),
        new("P31", "TRUE as 01", Ec, s => s.Leaf.ChangeBeforeSigning = x => Replace(x, [0x06, 0x03, 0x55, 0x1D, 0x0F, 0x01, 0x01, 0xFF], 7, 0x01), LoginRejection.CertificateMalformed),
        new("P31", "FALSE written out", Ec, s => s.Leaf.ChangeBeforeSigning = x => Replace(x, [0x06, 0x03, 0x55, 0x1D, 0x0F, 0x01, 0x01, 0xFF], 7, 0x00), LoginRejection.CertificateMalformed),
        new("P31", "unused bits that are set", Ec, s => s.Leaf.With(Forge.KeyUsage, Der.BitString([0x81], 7), critical: true), LoginRejection.CertificateMalformed),
        new("P31", "bits beyond the last named one", Ec, s => s.Leaf.With(Forge.KeyUsage, Der.BitString([0x80, 0x00], 0), critical: true), LoginRejection.CertificateMalformed),
        new("P31", "an object identifier with a needless octet", Ec, s => s.Leaf.With(Forge.ExtendedKeyUsage, Der.Sequence(Der.Element(0x06, [0x80, 0x2B]))), LoginRejection.CertificateMalformed),
        new("P32", "one zero after it", Ec, s => s.Leaf.ChangeEncoded = x => [.. x, 0x00], LoginRejection.CertificateMalformed),
        new("P32", "1,100 zeros after it", Ec, s => s.Leaf.ChangeEncoded = x => [.. x, .. new byte[1100]], LoginRejection.CertificateMalformed),
        new("P32", "a second certificate after it", Ec, s => s.Leaf.ChangeEncoded = x => [.. x, .. x], LoginRejection.CertificateMalformed),
        new("P32", "cut off", Ec, s => s.Leaf.ChangeEncoded = x => x[..^1], LoginRejection.CertificateMalformed),
        new("P33", "UTCTime without seconds", Ec, s => s.Leaf.Validity = Times("2503020900Z", 0x17), LoginRejection.CertificateMalformed),
        new("P33", "UTCTime with an offset", Ec, s => s.Leaf.Validity = Times("250302090000+0100", 0x17), LoginRejection.CertificateMalformed),
        new("P33", "GeneralizedTime before 2050", Ec, s => s.Leaf.Validity = Times("20250302090000Z", 0x18), LoginRejection.CertificateMalformed),
        new("P33", "GeneralizedTime with a fraction", Ec, s => s.Leaf.Validity = Times("20520302090000.5Z", 0x18), LoginRejection.CertificateMalformed),
        new("P33", "30 February", Ec, s => s.Leaf.Validity = Times("250230090000Z", 0x17), LoginRejection.CertificateMalformed),
        new("P33", "second 60", Ec, s => s.Leaf.Validity = Times("250302090060Z", 0x17), LoginRejection.CertificateMalformed),
        new("P33", "until 99991231235959Z", Ec, s => s.Leaf.Validity = Der.Sequence(Der.UtcTime(s.Now), Der.Element(0x18, Der.Ascii("99991231235959Z"))), null),
        new("P34", "a certificate of 17 KiB", Ec, s => s.Leaf.With("1.2.3.4.5", new byte[17 * 1024]), LoginRejection.CertificateMalformed),
        new("P34", "a certificate of 1 MB", Ec, s => s.Leaf.With("1.2.3.4.5", new byte[1_000_000]), LoginRejection.CertificateMalformed),
        new("P34", "33 extensions", Ec, s => Extensions(s, 28), LoginRejection.CertificateMalformed),
        new("P34", "32 extensions", Ec, s => Extensions(s, 27), null),
        new("P34", "10,000 extensions", Ec, s => Extensions(s, 10_000), LoginRejection.CertificateMalformed),
        new("P34", "a subject with 10,000 parts", Ec, s => s.Leaf.Subject = ForgedName.Of([.. Enumerable.Repeat((ForgedName.Country, "BE"), 10_000)]), LoginRejection.CertificateMalformed),
        new("P34", "sequences nested as deep as fit, in an extension", Ec, s => s.Leaf.With("1.2.3.4.5", Nested(3000)), null),
        new("P35", "NUL, control and direction characters in the names: shown as U+FFFD", Ec, s => s.Leaf.Subject = HostileName("\0<b>\u202E"), null),
        new("P37", "a CA as the login certificate", Ec, s => s.Leaf.With(Forge.BasicConstraints, Forge.Ca(0), critical: true), LoginRejection.CertificateIsCa),
        new("P39", "the issuing CA is nowhere at hand", Ec, s => s.Chain = () => [s.Root.Encoded], LoginRejection.IssuerUnknown),
    ];

    public static IEnumerable<TheoryDataRow<int>> Rows() => LoginCase.Rows(Cases);

    public static IEnumerable<TheoryDataRow<int>> TwinRows() => LoginCase.TwinRows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Case(int index) => Cases[index].Check();

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Twin(int index) => Cases[index].CheckTwin();

    private static byte[] Full(int length, byte value = 0xFF) => [.. Enumerable.Repeat(value, length)];

    private static byte[] Turn(byte[] bytes, string text)
    {
        var place = bytes.AsSpan().IndexOf(Der.Ascii(text));
        Assert.True(place > 0);
        return Forge.FlipBit(bytes, place);
    }

    private static byte[] Replace(byte[] bytes, byte[] pattern, int offset, byte value)
    {
        var place = bytes.AsSpan().IndexOf(pattern);
        Assert.True(place > 0);
        var copy = bytes.ToArray();
        copy[place + offset] = value;
        return copy;
    }

    private static byte[] Pss(string hash, byte salt) => Der.Sequence(
        Der.Oid("1.2.840.113549.1.1.10"),
        Der.Sequence(
            Der.Explicit(0, Der.Sequence(Der.Oid(hash), Der.Null)),
            Der.Explicit(1, Der.Sequence(Der.Oid("1.2.840.113549.1.1.8"), Der.Sequence(Der.Oid(hash), Der.Null))),
            Der.Explicit(2, Der.Number(salt))));

    private static byte[] OnlyNamesOf(string country) =>
        Der.Sequence(Der.Explicit(0, Der.Sequence(Der.Explicit(4, ForgedName.Of((ForgedName.Country, country))))));

    private static byte[] Times(string text, byte tag) => Der.Sequence(Der.Element(tag, Der.Ascii(text)), Der.GeneralizedTime(new(2060, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    private static byte[] Nested(int depth)
    {
        byte[] inner = [];
        for (var i = 0; i < depth && inner.Length < 12_000; i++)
        {
            inner = Der.Sequence(inner);
        }

        return inner;
    }

    private static byte[] CaName(string commonName, bool printable = false, string number = "202601") => ForgedName.OfEncoded(
        (ForgedName.Country, Der.Printable("BE")),
        (ForgedName.CommonName, printable ? Der.Printable(commonName) : Der.Utf8(commonName)),
        (ForgedName.SerialNumber, Der.Printable(number)));

    private static byte[] HostileName(string text) => ForgedName.Of(
        (ForgedName.Country, "BE"),
        (ForgedName.CommonName, text),
        (ForgedName.Surname, text),
        (ForgedName.GivenName, text),
        (ForgedName.SerialNumber, LoginScenario.NationalNumber));

    private static void Extensions(LoginScenario scenario, int count)
    {
        for (var i = 0; i < count; i++)
        {
            scenario.Leaf.With(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"1.2.3.{i + 1}"), Der.Null);
        }
    }

    private static void Later(LoginScenario scenario, int seconds)
    {
        scenario.Later = scenario.Now.AddSeconds(seconds);
        scenario.HolderAnswer.ProducedAt = scenario.IssuerAnswer.ProducedAt = scenario.Later.Value;
    }

    private static LoginScenario EndsSoon()
    {
        var scenario = LoginScenario.Ec();
        scenario.Leaf.NotAfter = scenario.Now.AddSeconds(30);
        return scenario;
    }

    private static LoginScenario CaEndsSoon()
    {
        var scenario = LoginScenario.Ec();
        scenario.Ca.NotAfter = scenario.Now.AddSeconds(30);
        return scenario;
    }

    private static void UnderLookAlikeRoot(LoginScenario scenario)
    {
        var lookAlike = scenario.Issue(ForgeKey.P384(5), scenario.Root.Subject, ForgeKey.P384(5), scenario.Root.Subject, [0x01])
            .With(Forge.BasicConstraints, Forge.Ca(1), critical: true)
            .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true)
            .With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P384(5).Sha1));
        scenario.Ca.IssuerKey = ForgeKey.P384(5);
        scenario.Ca.With(Forge.AuthorityKeyIdentifier, Forge.Authority(ForgeKey.P384(5).Sha1));
        scenario.Chain = () => [lookAlike.Encoded, scenario.Ca.Encoded, scenario.Root.Encoded];
    }

    private static void SelfSigned(LoginScenario scenario) => (scenario.Leaf.Issuer, scenario.Leaf.IssuerKey) = (scenario.Leaf.Subject, scenario.Leaf.Key);

    private static ForgedCertificate AnotherHolder(LoginScenario scenario) =>
        scenario.Issue(ForgeKey.P384(6), LoginScenario.HolderName("85031200088"), scenario.Ca.Key, scenario.Ca.Subject, [0x10, 0x77])
            .With(Forge.AuthorityKeyIdentifier, Forge.Authority(scenario.Ca.Key.Sha1))
            .With(Forge.ExtendedKeyUsage, Forge.Purposes(Forge.ClientAuth))
            .With(Forge.KeyUsage, Forge.Usage(Forge.DigitalSignature), critical: true);

    private static void UnderAnotherHolder(LoginScenario scenario) => Under(scenario, AnotherHolder(scenario));

    private static void UnderAnotherHolderWhoMaySign(LoginScenario scenario) =>
        Under(scenario, AnotherHolder(scenario).With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true));

    private static void UnderSubordinate(LoginScenario scenario, byte[] name) => Under(scenario, scenario
        .Issue(ForgeKey.P384(6), name, scenario.Ca.Key, scenario.Ca.Subject, [0x10, 0x77])
        .With(Forge.AuthorityKeyIdentifier, Forge.Authority(scenario.Ca.Key.Sha1))
        .With(Forge.BasicConstraints, Forge.Ca(0), critical: true)
        .With(Forge.SubjectKeyIdentifier, Der.OctetString(ForgeKey.P384(6).Sha1))
        .With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true));

    private static void Under(LoginScenario scenario, ForgedCertificate issuer)
    {
        (scenario.Leaf.Issuer, scenario.Leaf.IssuerKey) = (issuer.Subject, issuer.Key);
        scenario.Leaf.With(Forge.AuthorityKeyIdentifier, Forge.Authority(issuer.Key.Sha1));
        scenario.Chain = () => [issuer.Encoded, scenario.Ca.Encoded, scenario.Root.Encoded];
    }
}
