using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>Where a list may be fetched: from hosts on the list only, or from loopback under test anchors.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class CrlQuestionTests
{
    [Theory]
    [InlineData("http://crl.eid.belgium.be/eidc201709.crl", false, true)]
    [InlineData("http://crl.eidpki.belgium.be/eid/eidc202501.crl", false, true)]
    [InlineData("http://crl.eid.belgium.be/eidc201709.crl", true, false)]
    [InlineData("http://127.0.0.1:8888/citizen.crl", true, true)]
    [InlineData("http://127.0.0.1:8888/citizen.crl", false, false)]
    [InlineData("https://crl.eid.belgium.be/eidc201709.crl", false, false)]
    [InlineData("ldap://crl.eid.belgium.be/eidc201709.crl", false, false)]
    [InlineData("http://crl.eid.belgium.be.evil.test/eidc201709.crl", false, false)]
    [InlineData("http://ocsp.eid.belgium.be/eidc201709.crl", false, false)]
    [InlineData("http://crl.eid.belgium.be:8080/eidc201709.crl", false, false)]
    [InlineData("http://169.254.169.254/latest", false, false)]
    public void An_address_is_followed_only_to_a_host_on_the_list(string address, bool isTest, bool isAllowed)
    {
        var scenario = CrlScenario.Ec();
        scenario.Subject.With(Forge.CrlDistributionPoints, Forge.DistributionPoints(address));

        Assert.Equal(isAllowed ? new Uri(address) : null, Question(scenario, isTest).Address);
    }

    [Fact]
    public void The_first_allowed_address_is_taken()
    {
        var scenario = CrlScenario.Ec();
        scenario.Subject.With(Forge.CrlDistributionPoints, Forge.DistributionPoints("ldap://127.0.0.1/", "http://127.0.0.1:1/a.crl", "http://127.0.0.1:1/b.crl"));

        Assert.Equal("http://127.0.0.1:1/a.crl", Question(scenario, isTest: true).Address!.AbsoluteUri);
    }

    [Fact]
    public void Without_distribution_points_there_is_none()
    {
        var question = Question(CrlScenario.Ec(), isTest: true);

        Assert.Null(question.Address);
        Assert.Equal("CrlQuestion for no host", question.ToString());
    }

    [Theory]
    [InlineData("a1033081")]
    [InlineData("0500")]
    [InlineData("30020500")]
    [InlineData("3004a0020500")]
    public void Distribution_points_that_do_not_read_give_no_address(string hex)
    {
        Assert.Empty(new DistributionPoints(Convert.FromHexString(hex)).Locations());
    }

    private static CrlQuestion Question(CrlScenario scenario, bool isTest)
    {
        Assert.True(Certificate.TryRead(scenario.Subject.Encoded, out var subject));
        return CrlQuestion.About(subject!, scenario.Proven(), isTest);
    }
}
