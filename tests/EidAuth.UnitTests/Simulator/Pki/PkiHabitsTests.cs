using System.Security.Cryptography.X509Certificates;
using EidAuth.Simulator.Cards;
using EidAuth.Simulator.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Pki;

[Trait("Group", TestGroup.Trust)]
public sealed class PkiHabitsTests
{
    [Theory]
    [InlineData("adult-17", false, "crt/citizen-rsa.crt", "ocsp/root-rsa")]
    [InlineData("adult-17", true, "crt/root-rsa.crt", null)]
    [InlineData("adult-18", false, "crt/citizen-ec.crt", "ocsp/root-ec")]
    [InlineData("adult-18", true, "crt/citizen-ec.crt", "ocsp/root-ec")]
    public void Before_2017_the_RSA_cards_name_the_root_and_their_CA_names_no_responder(string citizen, bool before, string issuer, string? responder)
    {
        using var pki = TestPki.Open(SharedPki.Folder, new Uri("http://127.0.0.1:9/"), TimeProvider.System, before ? PkiHabits.Before2017 : null);
        var card = pki.IssueCard(Citizen.All[citizen]);
        using var leaf = TestPkiTests.Certificate(card, "5038");
        using var ca = TestPkiTests.Certificate(card, "503A");

        Assert.Equal("http://127.0.0.1:9/" + issuer, Assert.Single(Access(leaf).EnumerateCAIssuersUris()));
        Assert.Single(Access(leaf).EnumerateOcspUris());
        Assert.Equal(responder is null ? [] : ["http://127.0.0.1:9/" + responder], Access(ca).EnumerateOcspUris());
        Assert.Single(Access(ca).EnumerateCAIssuersUris());
    }

    private static X509AuthorityInformationAccessExtension Access(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509AuthorityInformationAccessExtension>().Single();
}
