using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.UnitTests.Pki;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class IssuerAnswerTests
{
    [Theory]
    [InlineData(3650, 24)]
    [InlineData(0.5, 12)]
    public void A_good_answer_about_the_issuer_is_kept_for_a_day_at_most(double daysToNextUpdate, int hoursKept)
    {
        var scenario = LoginScenario.Ec();
        var verifier = scenario.Verifier(out _);
        var start = scenario.Now;
        scenario.IssuerAnswer.NextUpdate = start.AddDays(daysToNextUpdate);
        Assert.IsType<LoginOutcome.Accepted>(scenario.Run(verifier));

        scenario.Asked.Clear();
        scenario.Now = start.AddHours(hoursKept).AddSeconds(-1);
        scenario.Run(verifier);
        Assert.Equal(["holder ocsp"], scenario.Asked);

        scenario.Asked.Clear();
        scenario.Now = start.AddHours(hoursKept);
        scenario.Run(verifier);
        Assert.Equal(["holder ocsp", "issuer ocsp"], scenario.Asked);
    }
}
