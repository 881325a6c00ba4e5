using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>What was found for one login may serve another one with the same certificate, and none with another.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SharedFindingTests
{
    [Theory(DisplayName = "O34: a hundred logins of one certificate with what was found once, one verdict")]
    [InlineData(null, null)]
    [InlineData((byte)1, LoginRejection.CertificateRevoked)]
    [InlineData((byte)6, LoginRejection.CertificateOnHold)]
    public void One_verdict(byte? reason, LoginRejection? expected)
    {
        var scenario = LoginScenario.Ec();
        if (reason is { } code)
        {
            scenario.HolderAnswer.CertificateStatus = ForgedOcspAnswer.Revoked(scenario.Now.AddDays(-1), code);
        }

        var verifier = scenario.Verifier(out _);
        PendingLogin[] logins = [.. Enumerable.Range(0, 100).Select(_ => Pending(scenario, verifier))];
        var (holder, issuer) = (scenario.Find(logins[0].Holder), scenario.Find(logins[0].Issuer));

        Assert.All(logins, login => Assert.Equal(expected, login.Complete(holder, issuer, scenario.Now) is LoginOutcome.Rejected rejected ? rejected.Reason : null));
        Assert.Equal(["holder ocsp", "issuer ocsp"], scenario.Asked);
    }

    [Fact(DisplayName = "O34+: what was found about one holder is worth nothing to another of the same CA")]
    public void No_leak()
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        var first = Pending(scenario, verifier);
        var (holder, issuer) = (scenario.Find(first.Holder), scenario.Find(first.Issuer));
        var other = LoginScenario.Ec();
        other.Leaf.SerialNumber = Forge.FlipBit(other.Leaf.SerialNumber, -1);
        var second = Pending(other, other.Verifier(out _));

        Assert.Equal(first.Issuer.Key, second.Issuer.Key);
        Assert.Throws<ArgumentException>(() => second.Complete(holder, issuer, scenario.Now));
        Assert.IsType<LoginOutcome.Accepted>(second.Complete(other.Find(second.Holder), issuer, scenario.Now));
    }

    private static PendingLogin Pending(LoginScenario scenario, LoginVerifier verifier) => Assert.IsType<LoginVerdict.Pending>(scenario.Verify(verifier)).Login;
}
