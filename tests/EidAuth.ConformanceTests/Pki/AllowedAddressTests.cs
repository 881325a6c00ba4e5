using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The addresses under the production pins.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class AllowedAddressTests
{
    [Theory(DisplayName = "O32: no traffic to an address that is not exactly on the list")]
    [InlineData("http://ocsp.eid.belgium.be.evil.test/2")]
    [InlineData("http://ocsp.eid.belgium.be@evil.test/")]
    [InlineData("http://a:b@ocsp.eid.belgium.be/")]
    [InlineData("http://evil.test/ocsp.eid.belgium.be")]
    [InlineData("http://xocsp.eid.belgium.be/")]
    [InlineData("http://OCSP.eid.belgium.be/")]
    [InlineData("http://ocsp.eid.belgium.be./")]
    [InlineData("http://ocsp.eid.belgium.be:80/")]
    [InlineData("http://ocsp.eid.belgium.be:8080/")]
    [InlineData("https://ocsp.eid.belgium.be/2")]
    [InlineData("HTTP://ocsp.eid.belgium.be/2")]
    [InlineData("http:/ocsp.eid.belgium.be/2")]
    [InlineData("http://ocsp.eid.belgium.be\\@evil.test/")]
    [InlineData("http://ocsp.eid.belgium.be/\r\nHost: evil.test")]
    [InlineData("http://ocsp.eid.belgium.be/?q")]
    [InlineData("http://ocsp.eid.belgium.be/#f")]
    [InlineData("http://ocsp.eid.belgium.be/../x")]
    [InlineData("http://crt.eidpki.belgium.be/")]
    [InlineData("http://127.0.0.1:8888/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("ldap://ocsp.eid.belgium.be/")]
    [InlineData("http://")]
    [InlineData("")]
    public void Other_addresses_are_refused(string address) => Assert.Null(AllowedAddress.OfResponder(Naming(address), isTest: false));

    [Theory(DisplayName = "O32+: the addresses of the Belgian responders")]
    [InlineData("http://ocsp.eid.belgium.be")]
    [InlineData("http://ocsp.eid.belgium.be/2")]
    [InlineData("http://ocsp.eidpki.belgium.be/eid/0")]
    [InlineData("http://ocsp.eidpki.belgium.be/eid/brca6")]
    public void Belgian_responders_are_asked(string address) =>
        Assert.Equal(new Uri(address), AllowedAddress.OfResponder(Naming(address), isTest: false));

    [Theory(DisplayName = "P40+: the addresses of the Belgian repositories")]
    [InlineData("http://certs.eid.belgium.be/citizen201803.crt", true)]
    [InlineData("http://crt.eidpki.belgium.be/eid/eidc202501.crt", true)]
    [InlineData("http://ocsp.eid.belgium.be/2", false)]
    [InlineData("http://certs.eid.belgium.be.evil.test/citizen201803.crt", false)]
    public void Belgian_repositories_are_named(string address, bool listed) =>
        Assert.Equal(listed, AllowedAddress.OfIssuer(Naming("http://ocsp.eid.belgium.be", address), isTest: false) is not null);

    [Fact]
    public void A_long_address_is_refused() =>
        Assert.Null(AllowedAddress.OfResponder(Naming("http://ocsp.eid.belgium.be/" + new string('a', 200)), isTest: false));

    private static Certificate Naming(string responder, string? issuer = null)
    {
        var scenario = LoginScenario.Ec();
        Assert.True(Certificate.TryRead(scenario.Leaf.With(Forge.AuthorityInformationAccess, Forge.Access(responder, issuer)).Encoded, out var certificate));
        return certificate!;
    }
}
