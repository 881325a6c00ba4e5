using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>Of each source the newest word that is known counts, and what was said is not forgotten because nobody repeats it.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class NewestWordTests
{
    private static readonly byte[] Good = ForgedOcspAnswer.Good;

    private readonly LoginScenario scenario = LoginScenario.Ec().WithListAddresses();
    private readonly OcspAnswerCache answers = new();

    public NewestWordTests()
    {
        scenario.HolderAnswers = answers;
        scenario.IssuerList = () => ForgedCrl.Of(scenario.Root, Now).Encode();
    }

    private DateTimeOffset Now => scenario.Later ?? scenario.Now;

    [Fact(DisplayName = "O33: good while the answer lasts, revoked once it ended")]
    public void A_good_answer_ends()
    {
        Assert.Null(Ask(0, Good));
        Assert.Null(Ask(59, ForgedOcspAnswer.Revoked(Now, null)));

        Assert.Equal(LoginRejection.CertificateRevoked, Ask(60, ForgedOcspAnswer.Revoked(Now, null)));
        Assert.Equal(2, scenario.Asked.Count(asked => asked == "holder ocsp"));
    }

    [Fact(DisplayName = "O33+: good twice, and the second click asks nobody")]
    public void A_good_answer_spares_a_question()
    {
        Assert.Null(Ask(0, Good));
        Assert.Null(Ask(59, Good));
        Assert.Equal(["holder ocsp"], scenario.Asked);

        Assert.Null(Ask(60, Good));
        Assert.Equal(["holder ocsp", "holder ocsp"], scenario.Asked);
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(30)]
    public void Revoked_by_the_responder_refuses_when_it_no_longer_answers_and_the_list_does_not_have_it(int listMadeAt)
    {
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, ForgedOcspAnswer.Revoked(Now, 1)));
        scenario.HolderResponderIsDown = true;
        scenario.HolderList = () => Made(scenario.Now.AddMinutes(listMadeAt)).Encode();

        Assert.Equal(LoginRejection.CertificateRevoked, Ask(3600, Good));
    }

    [Fact]
    public void Revoked_by_the_responder_is_asked_again_after_its_end_and_taken_back_by_it_alone()
    {
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, ForgedOcspAnswer.Revoked(Now, 1)));
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(59, Good));
        Assert.Single(scenario.Asked);

        Assert.Null(Ask(60, Good));
        Assert.Equal(2, scenario.Asked.Count);
    }

    [Fact]
    public void A_list_that_says_revoked_refuses_against_a_newer_good_answer()
    {
        scenario.HeldHolderList = () => Listing(null).Encode();

        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, Good));
        Assert.Empty(scenario.Asked);
    }

    [Fact]
    public void A_list_that_ended_and_says_revoked_refuses_still()
    {
        var list = Listing(null);
        list.NextUpdate = Now.AddHours(-1).AddMinutes(5);
        scenario.HeldHolderList = () => list.Encode();

        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, Good));
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(864_000, Good));
    }

    [Fact]
    public void A_newer_list_without_the_entry_takes_a_revocation_back()
    {
        var first = Listing(null).Encode();
        scenario.HeldHolderList = () => first;
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, Good));

        scenario.HeldHolderList = () => ForgedCrl.Of(scenario.Ca, Now).With(Forge.CrlNumber, Der.Number(0x20, 0x00)).Encode();
        Assert.Null(Ask(600, Good));
    }

    [Fact]
    public void A_hold_of_a_list_is_lifted_by_a_newer_good_answer()
    {
        scenario.HeldHolderList = () => Listing(6).Encode();

        Assert.Null(Ask(0, Good));
        Assert.Equal(["holder ocsp"], scenario.Asked);
    }

    [Theory]
    [InlineData(-30, null)]
    [InlineData(-31, LoginRejection.CertificateOnHold)]
    public void A_hold_of_a_list_stands_against_an_older_good_answer(int answerMadeAt, LoginRejection? expected)
    {
        var list = Listing(6);
        list.ThisUpdate = Now.AddSeconds(-30);
        scenario.HeldHolderList = () => list.Encode();
        scenario.HolderAnswer.ProducedAt = Now.AddSeconds(answerMadeAt);

        Assert.Equal(expected, Find().Rejection);
    }

    [Theory]
    [InlineData(-30, null)]
    [InlineData(-31, LoginRejection.CertificateOnHold)]
    public void The_same_against_an_answer_that_is_held(int answerMadeAt, LoginRejection? expected)
    {
        scenario.HolderAnswer.ProducedAt = Now.AddSeconds(answerMadeAt);
        Assert.Null(Find().Rejection);
        var list = Listing(6);
        list.ThisUpdate = Now.AddSeconds(-30);
        scenario.HeldHolderList = () => list.Encode();

        Assert.Equal(expected, Find().Rejection);
    }

    [Fact]
    public void A_hold_is_asked_again_each_time_and_lifted_at_once()
    {
        Assert.Equal(LoginRejection.CertificateOnHold, Ask(0, ForgedOcspAnswer.Revoked(Now, 6)));

        Assert.Null(Ask(1, Good));
        Assert.Equal(2, scenario.Asked.Count);
    }

    [Fact]
    public void Unknown_is_asked_again_each_time()
    {
        Assert.Equal(LoginRejection.OcspUnknown, Ask(0, ForgedOcspAnswer.Unknown));

        Assert.Null(Ask(1, Good));
        Assert.Equal(2, scenario.Asked.Count);
    }

    [Theory]
    [InlineData((byte)6, LoginRejection.CertificateOnHold)]
    [InlineData(null, LoginRejection.OcspUnknown)]
    public void A_list_made_before_the_responder_said_so_does_not_lift_a_hold_and_one_made_later_does(byte? hold, LoginRejection expected)
    {
        Assert.Equal(expected, Ask(0, hold is null ? ForgedOcspAnswer.Unknown : ForgedOcspAnswer.Revoked(Now, hold)));
        scenario.HolderResponderIsDown = true;
        var made = scenario.Now.AddSeconds(-1);
        scenario.HolderList = () => Made(made).Encode();

        Assert.Equal(expected, Ask(100, Good));
        made = scenario.Now.AddSeconds(1);
        scenario.Lists = new CrlStore();
        Assert.Null(Ask(100, Good));
    }

    [Fact(DisplayName = "O24: yesterday's good answer, played back against the newer one that is known")]
    public void An_older_answer_does_not_win()
    {
        Assert.Equal(LoginRejection.CertificateRevoked, Ask(0, ForgedOcspAnswer.Revoked(Now, null)));

        // Made ten seconds before, by a responder that repeats no nonce: it is fresh by the skew, and the held one has ended.
        scenario.HolderAnswer.Nonce = _ => null;
        (scenario.HolderAnswer.CertificateStatus, scenario.HolderAnswer.ProducedAt) = (Good, scenario.Now.AddSeconds(-10));
        scenario.Later = scenario.Now.AddSeconds(70);
        Assert.Equal(LoginRejection.CertificateRevoked, Find().Rejection);
        Assert.Equal(2, scenario.Asked.Count);

        scenario.HolderAnswers = new OcspAnswerCache();
        Assert.Null(Find().Rejection);
    }

    [Fact]
    public void Of_two_answers_of_one_second_the_worse_one_holds()
    {
        Assert.Equal(LoginRejection.CertificateOnHold, Ask(0, ForgedOcspAnswer.Revoked(Now, 6)));

        Assert.Equal(LoginRejection.CertificateOnHold, Ask(0, Good));
    }

    [Fact]
    public void A_clock_that_was_put_back_makes_a_held_answer_unheld()
    {
        Assert.Null(Ask(0, Good));

        Assert.Null(Ask(-60, Good));
        Assert.Single(scenario.Asked);
        Assert.Null(Ask(-61, Good));
        Assert.Equal(2, scenario.Asked.Count);
    }

    [Fact]
    public void A_clock_that_was_put_back_makes_a_list_unchecked()
    {
        scenario.Policy = RevocationPolicy.CrlFirst;
        scenario.HolderList = () => Made(scenario.Now.AddHours(-5)).Encode();
        Assert.Null(Ask(0, Good));
        Assert.Null(Ask(3600, Good));
        Assert.Equal(["holder crl"], scenario.Asked);

        Assert.Null(Ask(-1, Good));
        Assert.Equal(["holder crl", "holder crl"], scenario.Asked);
    }

    [Fact]
    public void What_was_found_is_worth_two_minutes_even_where_the_list_lasts_days()
    {
        scenario.HeldHolderList = () => ForgedCrl.Of(scenario.Ca, Now).Encode();
        scenario.HeldIssuerList = () => ForgedCrl.Of(scenario.Root, Now).Encode();
        scenario.HolderResponderIsDown = true;
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var (holder, issuer) = (scenario.Find(pending.Holder), scenario.Find(pending.Issuer));

        Assert.IsType<LoginOutcome.Accepted>(pending.Complete(holder, issuer, Now.AddMinutes(2)));
        Assert.Equal(LoginRejection.OcspUnavailable, Assert.IsType<LoginOutcome.Rejected>(pending.Complete(holder, issuer, Now.AddMinutes(2).AddSeconds(1))).Reason);
        Assert.Equal(LoginRejection.OcspUnavailable, Assert.IsType<LoginOutcome.Rejected>(pending.Complete(holder, issuer, Now.AddMinutes(-2).AddSeconds(-1))).Reason);
    }

    [Fact]
    public void The_evidence_says_what_when_and_until_when()
    {
        scenario.HeldIssuerList = () => ForgedCrl.Of(scenario.Root, Now).Encode();
        var login = Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login;

        Assert.Equal(new RevocationEvidence(RevocationSource.Ocsp, Now, Now, Now.AddSeconds(60), Now.AddSeconds(60)), login.HolderEvidence);
        Assert.Equal(
            new RevocationEvidence(RevocationSource.Crl, Now.AddHours(-1), Now.AddHours(-1), Now.AddHours(-1).AddDays(7), Now.AddHours(-1).AddDays(7)) { CrlNumber = "10E1" },
            login.IssuerEvidence);
        Assert.False(login.IsGrace);
        Assert.True(Find().Evidence!.IsHeld);
    }

    private RevocationFinding Find()
    {
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        return scenario.Find(pending.Holder);
    }

    // A login so many seconds later, with a fresh answer of that status.
    private LoginRejection? Ask(int seconds, byte[] status)
    {
        scenario.Later = scenario.Now.AddSeconds(seconds);
        (scenario.HolderAnswer.CertificateStatus, scenario.HolderAnswer.ProducedAt) = (status, scenario.Later.Value);
        return Find().Rejection;
    }

    private ForgedCrl Listing(byte? reason)
    {
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        list.Entries = [reason is { } code
            ? ForgedCrl.Entry(scenario.Leaf.SerialNumber, scenario.Now.AddDays(-1), ForgedCrl.Reason(code))
            : ForgedCrl.Entry(scenario.Leaf.SerialNumber, scenario.Now.AddDays(-1))];
        return list;
    }

    private ForgedCrl Made(DateTimeOffset at)
    {
        var list = ForgedCrl.Of(scenario.Ca, scenario.Now);
        list.ThisUpdate = at;
        return list;
    }
}
