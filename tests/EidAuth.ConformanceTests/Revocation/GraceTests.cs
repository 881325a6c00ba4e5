using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>The grace lets a known certificate pass while nobody answers: for its duration, visibly, and never against what was said.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class GraceTests
{
    private readonly LoginScenario scenario = LoginScenario.Ec().WithListAddresses();

    public GraceTests()
    {
        scenario.Policy = RevocationPolicy.Grace(TimeSpan.FromHours(1));
        scenario.HolderAnswers = new OcspAnswerCache();
        scenario.HeldIssuerList = () => ForgedCrl.Of(scenario.Root, scenario.Now).Encode();
    }

    [Fact]
    public void Somebody_known_passes_until_the_grace_ends_and_the_login_says_so()
    {
        Assert.False(Accept(0).IsGrace);
        scenario.HolderResponderIsDown = true;

        var late = Accept(60);
        Assert.True(late.IsGrace);
        Assert.True(late.HolderEvidence is { IsGrace: true, IsHeld: true });
        Assert.False(late.IssuerEvidence.IsGrace);
        Assert.Equal(scenario.Now.AddSeconds(60).AddHours(1), late.HolderEvidence.CountsUntil);
        Assert.True(Accept(3659).IsGrace);
        Assert.Equal(LoginRejection.OcspUnavailable, Refuse(3660));
    }

    [Fact]
    public void Somebody_who_was_never_seen_does_not_pass()
    {
        scenario.HolderResponderIsDown = true;

        Assert.Equal(LoginRejection.OcspUnavailable, Refuse(0));
    }

    [Fact]
    public void What_never_verified_does_not_count_later()
    {
        scenario.HolderAnswer.ChangeSignature = signature => Forge.FlipBit(signature, -1);
        Assert.Equal(LoginRejection.OcspSignature, Refuse(0));
        scenario.HolderResponderIsDown = true;

        Assert.Equal(LoginRejection.OcspUnavailable, Refuse(1));
    }

    [Fact]
    public void Without_the_grace_nobody_passes_on_an_answer_that_ended()
    {
        scenario.Policy = RevocationPolicy.HardFail;
        Accept(0);
        scenario.HolderResponderIsDown = true;

        Assert.Equal(LoginRejection.OcspUnavailable, Refuse(60));
    }

    [Theory]
    [InlineData((byte)1, LoginRejection.CertificateRevoked)]
    [InlineData((byte)6, LoginRejection.CertificateOnHold)]
    [InlineData(null, LoginRejection.OcspUnknown)]
    public void A_newer_bad_word_ends_the_grace_of_a_good_one(byte? reason, LoginRejection expected)
    {
        Accept(0);
        scenario.HolderAnswer.CertificateStatus = reason is null ? ForgedOcspAnswer.Unknown : ForgedOcspAnswer.Revoked(scenario.Now, reason);
        Assert.Equal(expected, Refuse(61));
        scenario.HolderResponderIsDown = true;

        Assert.Equal(expected, Refuse(300));
        Assert.Equal(expected, Refuse(90_000));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(-10, LoginRejection.CertificateOnHold)]
    public void Of_an_answer_and_a_list_that_both_ended_the_newer_one_counts(int answerAfterList, LoginRejection? expected)
    {
        Accept(0);
        scenario.HolderResponderIsDown = true;
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        (list.ThisUpdate, list.NextUpdate) = (scenario.Now.AddSeconds(-answerAfterList), scenario.Now.AddSeconds(30));
        list.Entries = [ForgedCrl.Entry(scenario.Leaf.SerialNumber, scenario.Now.AddDays(-1), ForgedCrl.Reason(6))];
        scenario.HolderList = () => list.Encode();

        var finding = Find(600);
        Assert.Equal(expected, finding.Rejection);
        Assert.Equal((expected is null ? RevocationSource.Ocsp : RevocationSource.Crl, true), (finding.Evidence!.Source, finding.Evidence.IsGrace));
    }

    [Fact]
    public void A_list_that_ended_counts_for_the_grace_at_every_moment_of_it_visibly()
    {
        scenario.HolderResponderIsDown = true;
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        list.NextUpdate = scenario.Now;
        scenario.HolderList = () => list.Encode();

        // The skew first: a list is not late before it is late by any clock.
        Assert.False(Find(59).Evidence!.IsGrace);
        foreach (var second in new[] { 60, 61, 1800, 3600, 3659 })
        {
            var finding = Find(second);
            Assert.Equal((null, RevocationSource.Crl, true), (finding.Rejection, finding.Evidence!.Source, finding.Evidence.IsGrace));
        }

        Assert.Equal(LoginRejection.OcspUnavailable, Find(3660).Rejection);
    }

    [Fact]
    public void A_list_that_is_too_old_though_it_says_it_lasts_counts_visibly_too()
    {
        scenario.HolderResponderIsDown = true;
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        (list.ThisUpdate, list.NextUpdate) = (scenario.Now.AddDays(-7), scenario.Now.AddYears(1));
        scenario.HolderList = () => list.Encode();

        Assert.False(Find(0).Evidence!.IsGrace);
        Assert.True(Find(1).Evidence!.IsGrace);
        Assert.True(Find(3600).Evidence!.IsGrace);
        Assert.Equal(LoginRejection.OcspUnavailable, Find(3601).Rejection);
    }

    [Fact]
    public void The_issuing_CAs_grace_shows_in_the_login_too()
    {
        var list = ForgedCrl.Of(scenario.Root, scenario.Now);
        list.NextUpdate = scenario.Now.AddMinutes(-10);
        scenario.HeldIssuerList = () => list.Encode();
        scenario.RootResponderIsDown = true;

        var login = Accept(0);

        Assert.True(login.IsGrace);
        Assert.False(login.HolderEvidence.IsGrace);
        Assert.True(login.IssuerEvidence.IsGrace);
    }

    [Fact]
    public async Task Over_a_restart_the_list_of_the_folder_counts_for_the_grace()
    {
        using var folder = new CertificateFiles([]);
        scenario.Lists = new CrlStore(folder.Path);
        scenario.HolderResponderIsDown = true;
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        list.NextUpdate = scenario.Now.AddMinutes(10);
        scenario.HolderList = () => list.Encode();
        Assert.False(Find(0).Evidence!.IsGrace);

        scenario.HolderList = null;
        scenario.Lists = new CrlStore(folder.Path);
        scenario.Later = scenario.Now.AddMinutes(20);
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        _ = await scenario.Lists.LoadAsync(pending.Holder.Crl, scenario.Later.Value, TestContext.Current.CancellationToken);

        Assert.True(scenario.Find(pending.Holder) is { Rejection: null, Evidence.IsGrace: true });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((7 * 86_400) + 1)]
    public void A_grace_has_a_duration_of_at_most_a_week(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RevocationPolicy.Grace(TimeSpan.FromSeconds(seconds)));

    private VerifiedLogin Accept(int seconds)
    {
        At(seconds);
        return Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login;
    }

    private LoginRejection Refuse(int seconds)
    {
        At(seconds);
        return Assert.IsType<LoginOutcome.Rejected>(scenario.Run()).Reason;
    }

    private RevocationFinding Find(int seconds)
    {
        At(seconds);
        return scenario.Find(Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login.Holder);
    }

    private void At(int seconds)
    {
        scenario.Later = scenario.HolderAnswer.ProducedAt = scenario.Now.AddSeconds(seconds);
    }
}
