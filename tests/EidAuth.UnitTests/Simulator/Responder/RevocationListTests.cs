using System.Numerics;
using System.Security.Cryptography.X509Certificates;
using EidAuth.Pki;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.UnitTests.Simulator.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>The lists say what OCSP says, and are shaped like the real ones.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RevocationListTests : IDisposable
{
    private readonly ManualTimeProvider clock = new();
    private readonly TestPki pki;
    private readonly CrlService lists;

    public RevocationListTests()
    {
        pki = SharedPki.Open(clock);
        lists = new CrlService(pki, clock);
    }

    public void Dispose() => pki.Dispose();

    [Theory]
    [InlineData("adult-18", "NotListed")]
    [InlineData("revoked", "Revoked")]
    [InlineData("on-hold", "OnHold")]
    public void A_list_says_what_OCSP_says(string citizen, string status)
    {
        using var leaf = TestPkiTests.Certificate(pki.IssueCard(Citizen.All[citizen]), "5038");
        var authority = pki.Authorities.Single(one => one.Certificate.SubjectName.RawData.AsSpan().SequenceEqual(leaf.IssuerName.RawData));
        var asked = pki.StatusOf(PkiAddresses.OcspPath(authority.Name), leaf.SerialNumberBytes.Span) as CertificateStatus.Revoked;

        var list = Read(lists.List(authority, ResponderBehaviour.Good));

        Assert.True(SerialKey.TryRead(leaf.SerialNumberBytes.Span, out var serial));
        Assert.Equal(status, list.Entries.Find(serial).ToString());
        Assert.Equal(status, asked is null ? "NotListed" : asked.Reason == 6 ? "OnHold" : "Revoked");
    }

    [Theory]
    [InlineData("citizen-rsa", 7)]
    [InlineData("citizen-ec", 7)]
    [InlineData("foreigner-ec", 7)]
    [InlineData("root-rsa", 214)]
    [InlineData("root-ec", 214)]
    public void An_issuing_CAs_list_lives_a_week_and_a_roots_seven_months(string name, int days)
    {
        var authority = Named(name);

        var list = Read(lists.List(authority, ResponderBehaviour.Good));

        Assert.False(list.IsVersion1);
        Assert.Equal(clock.GetUtcNow(), list.ThisUpdate);
        Assert.Equal(days, (list.NextUpdate!.Value - list.ThisUpdate).TotalDays);
        Assert.Equal(authority.Certificate.SubjectName.RawData, list.Issuer.ToArray());
        Assert.Equal(
            authority.Certificate.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single().SubjectKeyIdentifierBytes.ToArray(),
            list.Extensions.AuthorityKeyIdentifier.ToArray());
    }

    [Fact]
    public void The_number_grows_with_each_list_and_after_a_restart()
    {
        var authority = Named("citizen-ec");
        var first = Number(lists.List(authority, ResponderBehaviour.Good));
        var second = Number(lists.List(authority, ResponderBehaviour.Good));
        clock.Advance(TimeSpan.FromSeconds(1));
        var afterRestart = Number(new CrlService(pki, clock).List(authority, ResponderBehaviour.Good));

        Assert.True(first < second && second < afterRestart);
        Assert.True(Number(lists.List(authority, ResponderBehaviour.RolledBack)) < first);
        Assert.True(Number(lists.List(authority, ResponderBehaviour.Good)) > second);
    }

    [Fact]
    public void Yesterdays_list_counts_for_a_stranger_and_is_refused_by_who_saw_todays()
    {
        var authority = Named("citizen-ec");
        var today = Verified(lists.List(authority, ResponderBehaviour.Good));
        var yesterday = Verified(lists.List(authority, ResponderBehaviour.RolledBack));
        var held = new HeldList(default);

        Assert.Null(yesterday.DefectAt(clock.GetUtcNow(), CrlRules.ForHolder));
        Assert.False(held.IsRolledBackBy(yesterday));
        held.Note(today);
        Assert.True(held.IsRolledBackBy(yesterday));
    }

    [Fact]
    public void A_long_list_has_a_hundred_thousand_entries_more()
    {
        var authority = Named("foreigner-ec");

        var more = Read(lists.List(authority, ResponderBehaviour.LongList)).Entries.Count - Read(lists.List(authority, ResponderBehaviour.Good)).Entries.Count;

        Assert.Equal(100_000, more);
    }

    private static CertificateList Read(byte[] der)
    {
        var reading = CrlReader.Read(der, CrlLimits.Default);
        Assert.Null(reading.Defect);
        return reading.List!;
    }

    // By .NET's own reader.
    private static BigInteger Number(byte[] der)
    {
        CertificateRevocationListBuilder.Load(der, out var number);
        return number;
    }

    private VerifiedList Verified(byte[] der)
    {
        Assert.True(Certificate.TryRead(Named("citizen-ec").Certificate.RawData, out var ca));
        Assert.Null(CrlJudge.Verify(Read(der), new CertificateAuthority(ca!, VerificationKey.Of(ca!)!), CrlRules.ForHolder, out var verified));
        return verified!;
    }

    private CertificationAuthority Named(string name) => pki.Authorities.Single(authority => authority.Name == name);
}
