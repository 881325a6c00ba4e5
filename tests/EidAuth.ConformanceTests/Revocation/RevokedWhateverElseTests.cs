using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>An authorised signer's "revoked" refuses though its answer breaks another rule: else a list that is some hours old would let the certificate pass.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class RevokedWhateverElseTests
{
    private readonly LoginScenario scenario = LoginScenario.Ec().WithListAddresses();

    public RevokedWhateverElseTests()
    {
        scenario.HolderList = () => ForgedCrl.Of(scenario.Ca, scenario.Now.AddHours(-3)).Encode();
        scenario.IssuerList = () => ForgedCrl.Of(scenario.Root, scenario.Now).Encode();
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void Revoked_refuses_whatever_the_answers_nonce_and_times_are(string defect)
    {
        Spoil(defect);
        scenario.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 1);

        var rejected = Assert.IsType<LoginOutcome.Rejected>(scenario.Run());

        Assert.Equal(LoginRejection.CertificateRevoked, rejected.Reason);
        Assert.Equal(RevocationSource.Ocsp, rejected.HolderEvidence!.Source);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void Good_with_the_same_defect_is_no_answer_and_the_list_decides(string defect)
    {
        Spoil(defect);

        Assert.Equal(RevocationSource.Crl, Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login.HolderEvidence.Source);
    }

    [Fact]
    public void On_hold_is_not_believed_of_an_answer_that_is_too_old_because_it_can_be_lifted()
    {
        Spoil("too old");
        scenario.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 6);

        Assert.Equal(RevocationSource.Crl, Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login.HolderEvidence.Source);
    }

    [Fact]
    public void Revoked_by_nobody_who_may_say_it_is_no_answer()
    {
        scenario.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now, 1);
        scenario.HolderAnswer.ChangeSignature = signature => Forge.FlipBit(signature, -1);

        Assert.Equal(RevocationSource.Crl, Assert.IsType<LoginOutcome.Accepted>(scenario.Run()).Login.HolderEvidence.Source);
    }

    public static TheoryData<string> Defects => ["another nonce", "too old", "no next update", "from the future", "of the last second there is"];

    private void Spoil(string defect)
    {
        var answer = scenario.HolderAnswer;
        switch (defect)
        {
            case "another nonce":
                answer.Nonce = nonce => ForgedOcspAnswer.Extension("1.3.6.1.5.5.7.48.1.2", Der.OctetString(Forge.FlipBit(nonce, 0)));
                break;
            case "too old":
                answer.ProducedAt = scenario.Now.AddDays(-1);
                break;
            case "no next update":
                answer.HasNextUpdate = false;
                break;
            case "from the future":
                answer.ProducedAt = scenario.Now.AddMinutes(5);
                break;
            default:
                answer.ProducedAt = answer.ThisUpdate ??= new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);
                answer.NextUpdate = answer.ThisUpdate;
                break;
        }
    }
}
