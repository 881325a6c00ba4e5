using EidAuth.AspNetCore;
using EidAuth.Login;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>
/// Certificates that name an address nobody may be asked at, at a town that takes test anchors: there the allowed hosts are loopback addresses. Nothing leaves the site,
/// whoever signed the certificate.
/// </summary>
[Trait("Group", TestGroup.Trust)]
public sealed class AddressTests
{
    private const string Site = "https://localhost";

    public static TheoryData<string> Refused =>
    [
        "http://169.254.169.254/latest/meta-data",
        "http://192.0.2.1/x",
        "file:///etc/passwd",
        "ldap://127.0.0.1/x",
        "ftp://127.0.0.1/x",
        "https://127.0.0.1/x",
        "http://user@127.0.0.1/x",
        "http://127.0.0.1@192.0.2.1/x",
        "http://127.0.0.1.evil.test/x",
        "http://ocsp.eid.belgium.be.evil.test/x",
        "http://[::ffff:127.0.0.1]/x",
        "http://[2001:db8::1]/x",
        "http://2130706433/x",
        "http://127.1/x",
        "http://0177.0.0.1/x",
        "http://127.0.0.1/x?serial=1",
        "http://127.0.0.1/../x",
        "//127.0.0.1/x",
    ];

    [Theory(DisplayName = "P40: a caIssuers address that is not allowed is never fetched")]
    [MemberData(nameof(Refused))]
    public async Task Issuer(string address)
    {
        var (code, wanted) = await LogInAsync(Forge.Access(null, address), withChain: false);
        Assert.Equal("issuer_unknown", code);
        Assert.Empty(wanted);
    }

    [Fact(DisplayName = "P40+: an allowed one is fetched")]
    public async Task Allowed_issuer()
    {
        var (code, wanted) = await LogInAsync(Forge.Access(null, "http://127.0.0.1:8888/citizen.crt"), withChain: false);
        Assert.Equal("issuer_unknown", code);
        Assert.Equal(["GET http://127.0.0.1:8888/citizen.crt"], wanted);
    }

    [Theory(DisplayName = "O32: an OCSP or list address that is not allowed gets no traffic")]
    [MemberData(nameof(Refused))]
    public async Task Responder(string address)
    {
        var (code, wanted) = await LogInAsync(Forge.Access(address), withChain: true, Forge.DistributionPoints(address));
        Assert.Equal("ocsp_address_refused", code);
        Assert.DoesNotContain(wanted, request => request.EndsWith(address, StringComparison.Ordinal));
        Assert.All(wanted, request => Assert.Equal("POST http://127.0.0.1:8888/root", request));
    }

    [Fact(DisplayName = "O32+: allowed ones are asked")]
    public async Task Allowed_responder()
    {
        var (code, wanted) = await LogInAsync(Forge.Access("http://127.0.0.1:8888/citizen"), withChain: true, Forge.DistributionPoints("http://127.0.0.1:8888/citizen.crl"));
        Assert.Equal("ocsp_unavailable", code);
        Assert.Contains("POST http://127.0.0.1:8888/citizen", wanted);
        Assert.Contains("GET http://127.0.0.1:8888/citizen.crl", wanted);
    }

    private static async Task<(string Code, string[] Wanted)> LogInAsync(byte[] access, bool withChain, byte[]? lists = null)
    {
        var scenario = LoginScenario.Ec();
        scenario.Leaf.With(Forge.AuthorityInformationAccess, access);
        if (lists is not null)
        {
            scenario.Leaf.With(Forge.CrlDistributionPoints, lists);
        }

        using var anchors = new CertificateFiles(scenario.Anchors());
        using var network = new RecordingHandler();
        await using var town = await Town.StartAsync(
            options =>
            {
                options.Origins.Clear();
                options.Origins.Add(Site);
                options.Trust.UseTestAnchors(anchors.Path);
            },
            services: services => services.AddHttpClient(BelgianEidDefaults.PkiHttpClient).ConfigurePrimaryHttpMessageHandler(() => network));
        var browser = town.NewBrowser(Site);
        var attempt = await browser.StartLoginAsync();
        (scenario.SignedOrigin, scenario.SignedNonce) = (Site, attempt.Nonce);
        var fields = attempt.WithToken(scenario.Token().ToJson(), withChain ? CertificateBag.ToJson(scenario.Chain()) : null);
        return (await PkiTown.OutcomeAsync(browser, await browser.PostAsync(fields)), [.. network.Wanted]);
    }
}
