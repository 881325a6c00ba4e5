using System.IO.Compression;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>What a revocation list may be, and what it says.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlCaseTests
{
    private const string Partition = "http://crl.example.be/1.crl";

    private static readonly Func<CrlScenario> Ec = CrlScenario.Ec;
    private static readonly Func<CrlScenario> Rsa = CrlScenario.Rsa;
    private static readonly Func<CrlScenario> OfRoot = CrlScenario.OfRoot;

    internal static readonly CrlCase[] Cases =
    [
        CrlCase.Refused("C1", "one bit of the signature turned", Ec, s => s.List.ChangeSignature = x => Forge.FlipBit(x, -1), CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "one bit of the signature turned (RSA)", Rsa, s => s.List.ChangeSignature = x => Forge.FlipBit(x, -1), CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "an entry taken out of the signed part", Ec, s => { var whole = s.List.Encode(); s.Listing(); s.List.ChangeSigned = _ => Signed(whole); }, CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "one bit of an entry's serial number turned", Ec, s => { s.Listing(); s.List.ChangeSigned = x => Forge.FlipBit(x, x.AsSpan().IndexOf(s.Subject.SerialNumber) + 15); }, CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "an empty signature", Ec, s => s.List.ChangeSignature = _ => [], CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "an RSA signature one byte short", Rsa, s => s.List.ChangeSignature = x => x[..^1], CrlDefect.SignatureInvalid),
        CrlCase.Refused("C1", "another algorithm outside", Rsa, s => s.List.OuterAlgorithm = ForgeAlgorithm.RsaSha384, CrlDefect.Malformed),
        CrlCase.Refused("C2", "the CA's name and another key", Ec, s => s.List.Key = ForgeKey.P384(5), CrlDefect.SignatureInvalid),
        CrlCase.Refused("C2", "the CA's name, another key and its identifier", Ec, s => Sign(s, ForgeKey.P384(5)), CrlDefect.IssuerMismatch),
        CrlCase.Refused("C2", "the CA's key and another name", Ec, s => s.List.Issuer = s.Login.Root.Subject, CrlDefect.IssuerMismatch),
        CrlCase.Refused("C2", "the CA's name in another string type", Ec, s => s.List.Issuer = OtherStringType(), CrlDefect.IssuerMismatch),
        CrlCase.Refused("C2", "the root's list for a holder", Ec, s => s.List = ForgedCrl.Of(s.Login.Root, s.Now), CrlDefect.IssuerMismatch),
        CrlCase.Refused("C2", "the certificate of another CA", Ec, s => s.Subject = s.Login.Ca, CrlDefect.IssuerMismatch),
        CrlCase.Refused("C2", "another key identifier under the right signature", Ec, s => s.List.With(Forge.AuthorityKeyIdentifier, Forge.Authority(new byte[20])), CrlDefect.IssuerMismatch),
        CrlCase.Says("C2", "no key identifier", Ec, s => s.List.Without(Forge.AuthorityKeyIdentifier), CrlStatus.NotListed),
        CrlCase.Says("C2", "no number", Ec, s => s.List.Without(Forge.CrlNumber), CrlStatus.NotListed),
        CrlCase.Says("C3", "listed", Ec, s => s.Listing(), CrlStatus.Revoked),
        CrlCase.Says("C3", "listed (RSA)", Rsa, s => s.Listing(), CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with a reason", Ec, s => s.Listing(ForgedCrl.Reason(1)), CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with a reason and an invalidity date", Ec, s => s.Listing(ForgedCrl.Reason(4), Invalidity(s)), CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with a reason that nobody defined", Ec, s => s.Listing(ForgedCrl.Reason(7)), CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with a date in the future", Ec, s => s.List.Entries = [ForgedCrl.Entry(s.Subject.SerialNumber, s.Now.AddDays(1))], CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with a leading zero that DER would not write", Ec, s => s.List.Entries = [ForgedCrl.Entry([0, .. s.Subject.SerialNumber], s.Now)], CrlStatus.Revoked),
        CrlCase.Says("C3", "listed with many leading zeros", Ec, s => s.List.Entries = [ForgedCrl.Entry([.. new byte[40], .. s.Subject.SerialNumber], s.Now)], CrlStatus.Revoked),
        CrlCase.Says("C3", "a number whose first bit is set, with the zero that DER wants", HighSerial, s => s.Listing(), CrlStatus.Revoked),
        CrlCase.Says("C3", "a number of 20 bytes", LongSerial, s => s.Listing(), CrlStatus.Revoked),
        CrlCase.Says("C3", "the last of 100,000", Ec, s => Fill(s, 100_000, place: 99_999), CrlStatus.Revoked),
        CrlCase.Says("C3", "the first of 100,000", Ec, s => Fill(s, 100_000, place: 0), CrlStatus.Revoked),
        CrlCase.Says("C3", "the last of 100,000 in falling order", Ec, s => { Fill(s, 100_000, place: 5); s.List.Entries = [.. s.List.Entries.Reverse()]; }, CrlStatus.Revoked),
        CrlCase.Says("C3", "none of 100,000", Ec, s => Fill(s, 100_000, place: -1), CrlStatus.NotListed),
        CrlCase.Says("C3", "the neighbours of the number", Ec, s => s.List.Entries = [ForgedCrl.Entry(Forge.FlipBit(s.Subject.SerialNumber, -1), s.Now), ForgedCrl.Entry([1, .. s.Subject.SerialNumber], s.Now), ForgedCrl.Entry(s.Subject.SerialNumber[..^1], s.Now)], CrlStatus.NotListed),
        CrlCase.Says("C3", "an empty list of entries", Ec, s => s.List.HasEmptyEntries = true, CrlStatus.NotListed),
        CrlCase.Refused("C3", "a negative number", Ec, s => s.List.Entries = [ForgedCrl.Entry([0x90, 0x01], s.Now)], CrlDefect.Malformed),
        CrlCase.Refused("C3", "a number of 21 bytes", Ec, s => s.List.Entries = [ForgedCrl.Entry([0x10, .. new byte[20]], s.Now)], CrlDefect.Malformed),
        CrlCase.Refused("C3", "an empty number", Ec, s => s.List.Entries = [ForgedCrl.Entry([], s.Now)], CrlDefect.Malformed),
        CrlCase.Refused("C3", "an entry without a date", Ec, s => s.List.Entries = [Der.Sequence(Der.Number(1))], CrlDefect.Malformed),
        CrlCase.Refused("C3", "an entry with something after its extensions", Ec, s => s.List.Entries = [Der.Sequence(Der.Number(1), Der.Time(s.Now), Der.Sequence(ForgedCrl.Reason(1)), Der.Null)], CrlDefect.Malformed),
        CrlCase.Says("C4", "on hold", Ec, s => s.Listing(ForgedCrl.Reason(6)), CrlStatus.OnHold),
        CrlCase.Says("C4", "on hold and, later in the list, revoked", Ec, s => s.Listing(ForgedCrl.Reason(6)).Listing(ForgedCrl.Reason(1)), CrlStatus.Revoked),
        CrlCase.Says("C4", "revoked and, later in the list, on hold", Ec, s => s.Listing(ForgedCrl.Reason(1)).Listing(ForgedCrl.Reason(6)), CrlStatus.Revoked),
        CrlCase.Says("C4", "removeFromCRL in a list that is no delta", Ec, s => s.Listing(ForgedCrl.Reason(8)), CrlStatus.Revoked),
        CrlCase.Says("C4", "on hold and then removeFromCRL", Ec, s => s.Listing(ForgedCrl.Reason(6)).Listing(ForgedCrl.Reason(8)), CrlStatus.Revoked),
        CrlCase.Refused("C4", "a reason that is no ENUMERATED", Ec, s => s.Listing(ForgedOcspAnswer.Extension(Forge.ReasonCode, Der.Number(6))), CrlDefect.Malformed),
        CrlCase.Refused("C4", "two reasons", Ec, s => s.Listing(ForgedCrl.Reason(6), ForgedCrl.Reason(1)), CrlDefect.Malformed),
        CrlCase.Refused("C5", "nextUpdate 60 seconds ago", Ec, s => s.List.NextUpdate = s.Now.AddSeconds(-60), CrlDefect.Stale),
        CrlCase.Says("C5", "nextUpdate 59 seconds ago", Ec, s => s.List.NextUpdate = s.Now.AddSeconds(-59), CrlStatus.NotListed),
        CrlCase.Refused("C5", "nextUpdate absent", Ec, s => s.List.NextUpdate = null, CrlDefect.NoNextUpdate),
        CrlCase.Refused("C5", "nextUpdate equal to thisUpdate", Ec, s => s.List.NextUpdate = s.List.ThisUpdate = s.Now, CrlDefect.NoNextUpdate),
        CrlCase.Refused("C5", "thisUpdate in 61 seconds", Ec, s => s.List.ThisUpdate = s.Now.AddSeconds(61), CrlDefect.NotYetValid),
        CrlCase.Says("C5", "thisUpdate in 60 seconds", Ec, s => s.List.ThisUpdate = s.Now.AddSeconds(60), CrlStatus.NotListed),
        CrlCase.Refused("C5", "thisUpdate 7 days and a second ago, nextUpdate in ten years", Ec, s => (s.List.ThisUpdate, s.List.NextUpdate) = (s.Now.AddDays(-7).AddSeconds(-1), s.Now.AddYears(10)), CrlDefect.Stale),
        CrlCase.Says("C5", "thisUpdate 7 days ago", Ec, s => (s.List.ThisUpdate, s.List.NextUpdate) = (s.Now.AddDays(-7), s.Now.AddYears(10)), CrlStatus.NotListed),
        CrlCase.Says("C5", "a root's list for half a year", OfRoot, s => (s.List.ThisUpdate, s.List.NextUpdate) = (s.Now.AddDays(-210), s.Now.AddDays(4)), CrlStatus.NotListed),
        CrlCase.Refused("C5", "a root's list of last year", OfRoot, s => (s.List.ThisUpdate, s.List.NextUpdate) = (s.Now.AddDays(-365), s.Now.AddDays(4)), CrlDefect.Stale),
        CrlCase.Refused("C5", "GeneralizedTime before 2050", Ec, s => s.List.Times = [.. Der.GeneralizedTime(s.Now), .. Der.GeneralizedTime(s.Now.AddDays(7))], CrlDefect.Malformed),
        CrlCase.Says("C5", "nextUpdate in 2050 as GeneralizedTime", Ec, s => s.List.NextUpdate = new DateTimeOffset(2050, 1, 1, 0, 0, 0, TimeSpan.Zero), CrlStatus.NotListed),
        CrlCase.Refused("C5", "a thirteenth month", Ec, s => s.List.Times = [.. Der.Element(0x17, "261301000000Z"u8.ToArray()), .. Der.Time(s.Now.AddDays(7))], CrlDefect.Malformed),
        CrlCase.Refused("C7", "a delta list", Ec, s => s.List.With(Forge.DeltaCrlIndicator, Der.Number(1), critical: true), CrlDefect.Delta),
        CrlCase.Refused("C7", "a delta list that does not call that critical", Ec, s => s.List.With(Forge.DeltaCrlIndicator, Der.Number(1)), CrlDefect.Delta),
        CrlCase.Refused("C7", "a delta list that takes the certificate off", Ec, s => { s.Listing(ForgedCrl.Reason(8)); s.List.With(Forge.DeltaCrlIndicator, Der.Number(1), critical: true); }, CrlDefect.Delta),
        CrlCase.Refused("C8", "CA certificates only, for a holder", Ec, s => Scope(s, Der.Implicit(2, [0xFF])), CrlDefect.Scope),
        CrlCase.Says("C8", "CA certificates only, for a CA", OfRoot, s => Scope(s, Der.Implicit(2, [0xFF])), CrlStatus.NotListed),
        CrlCase.Refused("C8", "holders only, for a CA", OfRoot, s => Scope(s, Der.Implicit(1, [0xFF])), CrlDefect.Scope),
        CrlCase.Says("C8", "holders only, for a holder", Ec, s => Scope(s, Der.Implicit(1, [0xFF])), CrlStatus.NotListed),
        CrlCase.Refused("C8", "some reasons only", Ec, s => Scope(s, Der.Implicit(3, [0x05, 0x60])), CrlDefect.Scope),
        CrlCase.Refused("C8", "entries of other CAs", Ec, s => Scope(s, Der.Implicit(4, [0xFF])), CrlDefect.Scope),
        CrlCase.Refused("C8", "attribute certificates only", Ec, s => Scope(s, Der.Implicit(5, [0xFF])), CrlDefect.Scope),
        CrlCase.Refused("C8", "a part that the certificate does not name", Ec, s => Scope(s, Point(Partition)), CrlDefect.Scope),
        CrlCase.Refused("C8", "another part than the certificate names", Named, s => Scope(s, Point(Partition + "x")), CrlDefect.Scope),
        CrlCase.Says("C8", "the part that the certificate names", Named, s => Scope(s, Point("ldap://crl.example.be/", Partition)), CrlStatus.NotListed),
        CrlCase.Says("C8", "the part that the certificate names, and it is listed", Named, s => { s.Listing(); Scope(s, Point(Partition)); }, CrlStatus.Revoked),
        CrlCase.Refused("C8", "a part named relative to the CA", Named, s => Scope(s, Der.Explicit(0, Der.Explicit(1, Der.Sequence(Der.Oid("2.5.4.3"), Der.Utf8("1"))))), CrlDefect.Scope),
        CrlCase.Refused("C8", "the part that the certificate names for some reasons", ForSomeReasons, s => Scope(s, Point(Partition)), CrlDefect.Scope),
        CrlCase.Refused("C8", "an empty issuing distribution point", Ec, s => Scope(s), CrlDefect.Malformed),
        CrlCase.Refused("C8", "a BOOLEAN that DER does not write", Ec, s => Scope(s, Der.Implicit(1, [0x01])), CrlDefect.Malformed),
        CrlCase.Refused("C9", "an unknown critical extension", Ec, s => s.List.With("1.2.3.4.5", Der.Null, critical: true), CrlDefect.CriticalExtension),
        CrlCase.Says("C9", "an unknown extension", Ec, s => s.List.With("1.2.3.4.5", Der.Null), CrlStatus.NotListed),
        CrlCase.Refused("C9", "an unknown critical extension of the certificate's entry", Ec, s => s.Listing(ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true)), CrlDefect.CriticalExtension),
        CrlCase.Refused("C9", "an unknown critical extension of another entry", Ec, s => s.List.Entries = [ForgedCrl.Entry([1], s.Now, ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null, critical: true))], CrlDefect.CriticalExtension),
        CrlCase.Says("C9", "an unknown extension of the certificate's entry", Ec, s => s.Listing(ForgedOcspAnswer.Extension("1.2.3.4.5", Der.Null)), CrlStatus.Revoked),
        CrlCase.Refused("C9", "an entry that names another issuer", Ec, s => s.Listing(ForgedOcspAnswer.Extension(Forge.CertificateIssuer, Der.Null, critical: true)), CrlDefect.CriticalExtension),
        CrlCase.Refused("C9", "an entry that names another issuer and does not call that critical", Ec, s => s.Listing(ForgedOcspAnswer.Extension(Forge.CertificateIssuer, Der.Null)), CrlDefect.CriticalExtension),
        CrlCase.Refused("C9", "two numbers", Ec, s => s.List.WithAnother(Forge.CrlNumber, Der.Number(1)), CrlDefect.Malformed),
        CrlCase.Refused("C9", "a negative number of the list", Ec, s => s.List.With(Forge.CrlNumber, Der.Number(0x80)), CrlDefect.Malformed),
        CrlCase.Refused("C9", "a number of the list of 21 bytes", Ec, s => s.List.With(Forge.CrlNumber, Der.Number([1, .. new byte[20]])), CrlDefect.Malformed),
        CrlCase.Refused("C10", "version 1", Ec, s => s.List.AsVersion1(), CrlDefect.Version1),
        CrlCase.Says("C10", "version 1 where it is allowed", Ec, s => { s.List.AsVersion1(); s.Rules = s.Rules with { Version1Allowed = true }; }, CrlStatus.NotListed),
        CrlCase.Says("C10", "version 1 where it is allowed, and listed", Ec, s => { s.Listing().List.AsVersion1(); s.Rules = s.Rules with { Version1Allowed = true }; }, CrlStatus.Revoked),
        CrlCase.Refused("C10", "signed with SHA-1", Rsa, s => s.List.Algorithm = ForgeAlgorithm.RsaSha1, CrlDefect.AlgorithmNotAllowed),
        CrlCase.Says("C10", "signed with SHA-1 where it is allowed", Rsa, s => { s.List.Algorithm = ForgeAlgorithm.RsaSha1; s.Rules = s.Rules with { Sha1Allowed = true }; }, CrlStatus.NotListed),
        CrlCase.Refused("C10", "SHA-1 allowed, and the signature altered", Rsa, s => { s.List.Algorithm = ForgeAlgorithm.RsaSha1; s.Rules = s.Rules with { Sha1Allowed = true }; s.List.ChangeSignature = x => Forge.FlipBit(x, 7); }, CrlDefect.SignatureInvalid),
        CrlCase.Refused("C10", "version 1 with SHA-1, as until 2017", Rsa, s => { s.List.AsVersion1().Algorithm = ForgeAlgorithm.RsaSha1; s.Rules = s.Rules with { Sha1Allowed = true }; }, CrlDefect.Version1),
        CrlCase.Refused("C10", "ECDSA with SHA-1, even where SHA-1 is allowed", Ec, s => { s.List.Algorithm = ForgeAlgorithm.EcdsaSha1; s.Rules = s.Rules with { Sha1Allowed = true }; }, CrlDefect.AlgorithmNotAllowed),
        CrlCase.Refused("C10", "signed with MD5", Rsa, s => s.List.Algorithm = ForgeAlgorithm.RsaMd5, CrlDefect.AlgorithmNotAllowed),
        CrlCase.Refused("C10", "RSA-PSS without parameters", Rsa, s => s.List.Algorithm = ForgeAlgorithm.RsaPssWithoutParameters, CrlDefect.AlgorithmNotAllowed),
        CrlCase.Says("C10", "signed with SHA-384", Rsa, s => s.List.Algorithm = ForgeAlgorithm.RsaSha384, CrlStatus.NotListed),
        CrlCase.Refused("C10", "version 1 with extensions", Ec, s => s.List.Version = [], CrlDefect.Malformed),
        CrlCase.Refused("C10", "version 1 with an entry's extensions", Ec, s => s.Listing(ForgedCrl.Reason(6)).List.AsVersion1(), CrlDefect.Malformed),
        CrlCase.Refused("C10", "version 1 written out", Ec, s => s.List.Version = Der.Number(0), CrlDefect.Malformed),
        CrlCase.Refused("C10", "version 3", Ec, s => s.List.Version = Der.Number(2), CrlDefect.Malformed),
        CrlCase.Refused("C11", "a CA without cRLSign", Ec, s => s.Authority.With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true), CrlDefect.IssuerMayNotSign),
        CrlCase.Refused("C11", "a CA without key usage", Ec, s => s.Authority.Without(Forge.KeyUsage), CrlDefect.IssuerMayNotSign),
        CrlCase.Refused("C11", "a root without cRLSign", OfRoot, s => s.Authority.With(Forge.KeyUsage, Forge.Usage(Forge.KeyCertSign), critical: true), CrlDefect.IssuerMayNotSign),
        CrlCase.Refused("C12", "cut off by one byte", Ec, s => s.List.ChangeEncoded = x => x[..^1], CrlDefect.Truncated),
        CrlCase.Refused("C12", "cut off in the middle", Ec, s => { s.Listing(); s.List.ChangeEncoded = x => x[..(x.Length / 2)]; }, CrlDefect.Truncated),
        CrlCase.Refused("C12", "nothing", Ec, s => s.List.ChangeEncoded = _ => [], CrlDefect.Truncated),
        CrlCase.Refused("C12", "its first byte", Ec, s => s.List.ChangeEncoded = x => x[..1], CrlDefect.Truncated),
        CrlCase.Refused("C12", "a byte after it", Ec, s => s.List.ChangeEncoded = x => [.. x, 0x00], CrlDefect.TrailingBytes),
        CrlCase.Refused("C12", "a second list after it", Ec, s => s.List.ChangeEncoded = x => [.. x, .. x], CrlDefect.TrailingBytes),
        CrlCase.Refused("C12", "a body that is still compressed", Ec, s => s.List.ChangeEncoded = Compress, CrlDefect.Malformed),
        CrlCase.Refused("C12", "a page in HTML", Ec, s => s.List.ChangeEncoded = _ => Der.Ascii("<html></html>"), CrlDefect.Malformed),
        CrlCase.Refused("C12", "PEM", Ec, s => s.List.ChangeEncoded = x => Der.Ascii(System.Security.Cryptography.PemEncoding.WriteString("X509 CRL", x)), CrlDefect.Malformed),
        CrlCase.Refused("C12", "indefinite length", Ec, s => s.List.ChangeEncoded = x => [0x30, 0x80, .. x[4..], 0x00, 0x00], CrlDefect.Malformed),
        CrlCase.Refused("C12", "a length with a byte too many", Ec, s => s.List.ChangeEncoded = x => [0x30, 0x83, 0x00, .. x[2..]], CrlDefect.Malformed),
        CrlCase.Refused("C12", "a stated length of 200 MB", Ec, s => s.List.ChangeEncoded = x => [0x30, 0x84, 0x0B, 0xEB, 0xC2, 0x00, .. x[4..]], CrlDefect.TooLarge),
        CrlCase.Refused("C12", "a stated length of five bytes", Ec, s => s.List.ChangeEncoded = x => [0x30, 0x85, 0x01, 0x00, 0x00, 0x00, 0x00, .. x[4..]], CrlDefect.TooLarge),
        CrlCase.Refused("C12", "one byte more than is read", Rsa, s => s.Limits = s.Limits with { MaximumLength = s.List.Encode().Length - 1 }, CrlDefect.TooLarge),
        CrlCase.Refused("C12", "one entry more than is read", Ec, s => { Fill(s, 11, place: -1); s.Limits = s.Limits with { MaximumEntries = 10 }; }, CrlDefect.TooManyEntries),
        CrlCase.Says("C12", "as many entries as are read", Ec, s => { Fill(s, 10, place: -1); s.Limits = s.Limits with { MaximumEntries = 10 }; }, CrlStatus.NotListed),
        CrlCase.Refused("C12", "an entry of 5 kB", Ec, s => s.Listing(ForgedOcspAnswer.Extension("1.2.3.4.5", new byte[5000])), CrlDefect.TooLarge),
        CrlCase.Refused("C12", "extensions of 100 kB", Ec, s => s.List.With("1.2.3.4.5", new byte[100_000]), CrlDefect.TooLarge),
        CrlCase.Refused("C12", "an issuer's name of 100 kB", Ec, s => s.List.Issuer = ForgedName.Of((ForgedName.CommonName, new string('a', 100_000))), CrlDefect.Malformed),
        CrlCase.Refused("C12", "17 extensions", Ec, s => { for (var i = 0; i < 15; i++) { s.List.With($"1.2.3.{i}", Der.Null); } }, CrlDefect.Malformed),
        CrlCase.Refused("C12", "something after the extensions", Ec, s => s.List.ChangeBeforeSigning = x => Der.Sequence(x[4..], Der.Null), CrlDefect.Malformed),
        CrlCase.Says("C13", "the issuing CA on the root's list", OfRoot, s => s.Listing(), CrlStatus.Revoked),
        CrlCase.Says("C13", "the issuing CA on hold on the root's list", OfRoot, s => s.Listing(ForgedCrl.Reason(6)), CrlStatus.OnHold),
    ];

    public static IEnumerable<TheoryDataRow<int>> Rows() =>
        Cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{item.Id}: {item.Title}" });

    public static IEnumerable<TheoryDataRow<int>> TwinRows() =>
        Cases.Select((item, index) => new TheoryDataRow<int>(index) { TestDisplayName = $"{item.Id}+: without that: {item.Title}" });

    [Theory]
    [MemberData(nameof(Rows))]
    public void Case(int index) => Cases[index].Check();

    [Theory]
    [MemberData(nameof(TwinRows))]
    public void Twin(int index) => Cases[index].CheckTwin();

    private static byte[] Signed(byte[] list)
    {
        var inside = new System.Formats.Asn1.AsnReader(list, System.Formats.Asn1.AsnEncodingRules.DER).ReadSequence();
        return inside.ReadEncodedValue().ToArray();
    }

    private static void Sign(CrlScenario scenario, ForgeKey key)
    {
        scenario.List.Key = key;
        scenario.List.With(Forge.AuthorityKeyIdentifier, Forge.Authority(key.Sha1));
    }

    private static byte[] OtherStringType() => ForgedName.OfEncoded(
        (ForgedName.Country, Der.Printable("BE")), (ForgedName.CommonName, Der.Printable("Citizen CA")), (ForgedName.SerialNumber, Der.Printable("202601")));

    private static byte[] Invalidity(CrlScenario scenario) => ForgedOcspAnswer.Extension(Forge.InvalidityDate, Der.GeneralizedTime(scenario.Now.AddDays(-9)));

    private static CrlScenario HighSerial() => WithSerial([0x00, 0xC0, 0, 0, 0, 0, 0, 0, 0, 0x5A, 1, 2, 3, 4, 5, 6, 7]);

    private static CrlScenario LongSerial() => WithSerial([0x7F, .. Enumerable.Repeat((byte)0xFF, 19)]);

    private static CrlScenario WithSerial(byte[] serialNumber)
    {
        var scenario = CrlScenario.Ec();
        scenario.Subject.SerialNumber = serialNumber;
        return scenario;
    }

    private static CrlScenario Named()
    {
        var scenario = CrlScenario.Ec();
        scenario.Subject.With(Forge.CrlDistributionPoints, Forge.DistributionPoints(Partition));
        return scenario;
    }

    private static CrlScenario ForSomeReasons()
    {
        var scenario = CrlScenario.Ec();
        var name = Der.Explicit(0, Der.Explicit(0, Der.Implicit(6, Der.Ascii(Partition))));
        scenario.Subject.With(Forge.CrlDistributionPoints, Der.Sequence(Der.Sequence(name, Der.Implicit(1, [0x05, 0x60]))));
        return scenario;
    }

    private static void Scope(CrlScenario scenario, params byte[][] fields) =>
        scenario.List.With(Forge.IssuingDistributionPoint, Der.Sequence(fields), critical: true);

    private static byte[] Point(params string[] addresses) =>
        Der.Explicit(0, Der.Explicit(0, [.. addresses.Select(address => Der.Implicit(6, Der.Ascii(address)))]));

    // Numbers like the Belgian ones, rising; the certificate's own at the place that is asked for.
    private static void Fill(CrlScenario scenario, int count, int place) => scenario.List.Entries =
    [
        .. Enumerable.Range(0, count).Select(i => ForgedCrl.Entry(
            i == place ? scenario.Subject.SerialNumber : [0x20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(i >> 24), (byte)(i >> 16), (byte)(i >> 8), (byte)i],
            scenario.Now.AddDays(-1))),
    ];

    private static byte[] Compress(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
