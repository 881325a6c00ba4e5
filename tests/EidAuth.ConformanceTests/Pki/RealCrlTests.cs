using System.Security.Cryptography;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The genuine lists of the Belgian roots, where a folder of them is at hand. All ran out long ago: they are judged as of their time.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RealCrlTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory(DisplayName = "C10: genuine lists of version 1 are read, and count only where version 1 and SHA-1 are allowed")]
    [InlineData("belgium-root-ca-20090101-v1", "belgium-root-ca1", 2009, 1, 1)]
    [InlineData("belgium-root-ca2-20110701-v1", "belgium-root-ca2-2007", 2011, 7, 1)]
    [InlineData("belgium-root-ca2-20120701-v1", "belgium-root-ca2-2011", 2012, 7, 1)]
    [InlineData("belgium-root-ca2-20130711-v1", "belgium-root-ca2-2011", 2013, 7, 11)]
    [InlineData("belgium-root-ca2-20140701-v1", "belgium-root-ca2-2011", 2014, 7, 1)]
    [InlineData("belgium-root-ca3-20140701-v1", "belgium-root-ca3", 2014, 7, 1)]
    [InlineData("belgium-root-ca4-20170101-v1", "belgium-root-ca4-2032", 2017, 1, 1)]
    public void Lists_of_version_1(string file, string root, int year, int month, int day)
    {
        var (list, authority) = (Read(file), Authority(root));
        var later = list.ThisUpdate.AddDays(1);
        var subject = Subject(authority, "01");
        var rules = CrlRules.ForIssuer;

        Assert.True(list.IsVersion1);
        Assert.Equal(new DateTime(year, month, day), list.ThisUpdate.Date);
        Assert.Equal(0, list.Entries.Count);
        Assert.Equal(CrlDefect.Version1, CrlJudge.Judge(list, authority, subject, rules, later).Defect);
        Assert.Equal(CrlDefect.AlgorithmNotAllowed, CrlJudge.Judge(list, authority, subject, rules with { Version1Allowed = true }, later).Defect);
        Assert.Equal(CrlDefect.Version1, CrlJudge.Judge(list, authority, subject, rules with { Sha1Allowed = true }, later).Defect);

        var verdict = CrlJudge.Judge(list, authority, subject, rules with { Version1Allowed = true, Sha1Allowed = true }, later);

        Assert.Equal(CrlStatus.NotListed, verdict.Status);
        Assert.True(verdict.Evidence is { IsVersion1: true, IsSha1: true, Number: null });
    }

    [Theory(DisplayName = "C1+: genuine lists of version 2 count as of their time, and are stale now")]
    [InlineData("belgium-root-ca3-20190701-v2", "belgium-root-ca3", "05", 2)]
    [InlineData("belgium-root-ca3-20240701-v2", "belgium-root-ca3", "0F", 2)]
    [InlineData("belgium-root-ca4-20180701-v2", "belgium-root-ca4-2028", "03", 0)]
    [InlineData("belgium-root-ca4-20190101-v2", "belgium-root-ca4-2028", "04", 0)]
    [InlineData("belgium-root-ca4-20190701-v2", "belgium-root-ca4-2032", "05", 0)]
    [InlineData("belgium-root-ca4-20200101-v2", "belgium-root-ca4-2032", "06", 0)]
    [InlineData("belgium-root-ca4-20200701-v2", "belgium-root-ca4-2032", "07", 0)]
    [InlineData("belgium-root-ca4-20230101-v2", "belgium-root-ca4-2032", "0C", 0)]
    public void Lists_of_version_2(string file, string root, string number, int entries)
    {
        var (list, authority) = (Read(file), Authority(root));

        var verdict = CrlJudge.Judge(list, authority, Subject(authority, "01"), CrlRules.ForIssuer, list.ThisUpdate.AddDays(1));

        Assert.Equal((CrlStatus.NotListed, null), (verdict.Status, verdict.Defect));
        Assert.Equal(number, verdict.Evidence!.Number);
        Assert.Equal(entries, list.Entries.Count);
        Assert.Equal(CrlStatus.NotListed, CrlJudge.Judge(list, authority, Subject(authority, "01"), CrlRules.ForIssuer, list.NextUpdate!.Value).Status);
        Assert.Equal(CrlDefect.Stale, CrlJudge.Judge(list, authority, Subject(authority, "01"), CrlRules.ForIssuer, Now).Defect);
    }

    [Theory(DisplayName = "C1: genuine lists whose signature was altered are refused")]
    [InlineData("belgium-root-ca3-20190701-v2-badsig", "belgium-root-ca3")]
    [InlineData("belgium-root-ca4-20190701-v2-badsig", "belgium-root-ca4-2032")]
    public void Altered_lists(string file, string root)
    {
        var (list, authority) = (Read(file), Authority(root));

        Assert.Equal(CrlDefect.SignatureInvalid, CrlJudge.Judge(list, authority, Subject(authority, "01"), CrlRules.ForIssuer, list.ThisUpdate.AddDays(1)).Defect);
    }

    [Theory(DisplayName = "C2: a genuine list is no other root's")]
    [InlineData("belgium-root-ca4-2032")]
    [InlineData("belgium-root-ca2-2011")]
    [InlineData("belgium-root-ca6")]
    public void A_list_is_no_other_roots(string root)
    {
        var (list, authority) = (Read("belgium-root-ca3-20240701-v2"), Authority(root));

        Assert.Equal(CrlDefect.IssuerMismatch, CrlJudge.Judge(list, authority, Subject(authority, "01"), CrlRules.ForIssuer, list.ThisUpdate.AddDays(1)).Defect);
    }

    [Theory(DisplayName = "C13: the two issuing CAs on the list of Root CA3 are revoked")]
    [InlineData("08FFDAF7D6709CC3E3076EC0C769368A", true)]
    [InlineData("457FCE02EFCFADADDC821AA2B0E81F33", true)]
    [InlineData("08FFDAF7D6709CC3E3076EC0C769368B", false)]
    public void Root_CA3_revoked_two(string serialNumber, bool isRevoked)
    {
        var (list, authority) = (Read("belgium-root-ca3-20240701-v2"), Authority("belgium-root-ca3"));

        var verdict = CrlJudge.Judge(list, authority, Subject(authority, serialNumber), CrlRules.ForIssuer, list.ThisUpdate.AddDays(1));

        Assert.Equal(isRevoked ? CrlStatus.Revoked : CrlStatus.NotListed, verdict.Status);
        Assert.Equal(isRevoked ? LoginRejection.IssuerRevoked : null, verdict.Rejection(isIssuer: true));
    }

    [Fact]
    public void All_lists_at_hand_are_read()
    {
        var files = Directory.GetFiles(Folder(), "*.crl");

        Assert.True(files.Length >= 17, "lists are missing");
        Assert.All(files, file => Assert.Null(CrlReader.Read(File.ReadAllBytes(file), CrlLimits.Default).Defect));
    }

    [Theory]
    [InlineData("citizen-201803-brca4", "http://crl.eid.belgium.be/belgium4.crl")]
    [InlineData("citizen-202501-brca6", "http://crl.eidpki.belgium.be/eid/brca6.crl")]
    [InlineData("citizen-201623-brca4", "http://crl.eid.belgium.be/belgium4.crl")]
    public void The_addresses_of_real_lists_are_on_the_list_of_hosts(string file, string expected)
    {
        var issuer = Certificate(Path.Combine("issuing", file));

        Assert.Equal(expected, AllowedAddress.OfList(issuer, isTest: false)?.AbsoluteUri);
        Assert.Null(AllowedAddress.OfList(issuer, isTest: true));
    }

    private static CrlSubject Subject(CertificateAuthority authority, string serialNumber) =>
        new(authority.Certificate.Subject, Convert.FromHexString(serialNumber), IsCa: true, default);

    private static CertificateList Read(string file)
    {
        var reading = CrlReader.Read(File.ReadAllBytes(Path.Combine(Folder(), file + ".crl")), CrlLimits.Default);
        Assert.Null(reading.Defect);
        return reading.List!;
    }

    private static CertificateAuthority Authority(string root)
    {
        var certificate = Certificate(Path.Combine("roots", root));
        return new CertificateAuthority(certificate, VerificationKey.Of(certificate)!);
    }

    private static Certificate Certificate(string file)
    {
        var pem = File.ReadAllText(Path.Combine(Require.Shared(), "pki", file + ".pem"));
        Assert.True(EidAuth.Pki.Certificate.TryRead(Convert.FromBase64String(pem[PemEncoding.Find(pem).Base64Data]), out var certificate));
        return certificate!;
    }

    private static string Folder() => Path.Combine(Require.Shared(), "pki", "crl");
}
