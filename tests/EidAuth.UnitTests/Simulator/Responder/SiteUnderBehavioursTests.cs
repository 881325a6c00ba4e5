using EidAuth.AspNetCore;
using EidAuth.Simulator.Pki;
using EidAuth.Simulator.Responder;
using EidAuth.Simulator.Verbs;
using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Responder;

/// <summary>Whole logins at a site while services of the PKI behave badly: what docs/testers.md says beside its table.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class SiteUnderBehavioursTests
{
    private const string Inside = "/me";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adult-18", "ocsp:citizen=reset", Inside)]
    [InlineData("adult-17", "ocsp:citizen=unauthorized", Inside)]
    [InlineData("adult-18", "ocsp:tryLaterOnce", Inside)]
    [InlineData("adult-18", "crl:reset crt:reset", Inside)]
    [InlineData("adult-18", "ocsp:html crl:html", "ocsp_unavailable")]
    [InlineData("adult-18", "ocsp:stale crl:stale", "ocsp_stale")]
    [InlineData("adult-17", "ocsp:badSignature crl:otherKey", "ocsp_signature")]
    [InlineData("adult-18", "ocsp:citizen=revoked", "certificate_revoked")]
    [InlineData("adult-18", "ocsp:citizen=reset crl:citizen=onHold", "certificate_on_hold")]
    [InlineData("adult-18", "ocsp:root=revoked", "issuer_revoked")]
    public async Task A_login_ends_as_the_testers_page_says(string citizen, string behaviours, string end)
    {
        await using var pki = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);
        foreach (var text in behaviours.Split(' '))
        {
            Assert.True(PlannedBehaviour.TryParse(text, out var planned));
            planned.ApplyTo(pki.Conduct);
        }

        Assert.Equal(end, await LogInAsync(pki, citizen));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var pki = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);
        pki.Conduct.Behave(ResponderBehaviour.Redirect);

        Assert.Equal("ocsp_unavailable", await LogInAsync(pki, "adult-18"));
        Assert.True(pki.Ocsp.Requests > 0);
        Assert.Equal((0, 0), (pki.Ocsp.RedirectsFollowed, pki.Crl.RedirectsFollowed));
    }

    [Fact]
    public async Task A_card_from_before_2017_logs_in_by_the_roots_list()
    {
        await using var pki = await TestPkiServer.StartAsync(SharedPki.Folder, habits: PkiHabits.Before2017, cancellation: Cancellation);

        Assert.Equal(Inside, await LogInAsync(pki, "adult-17"));
        Assert.Equal((0, 1), (pki.Ocsp.RequestsTo("root-rsa"), pki.Crl.RequestsTo("root-rsa")));
    }

    [Fact]
    public async Task A_page_that_leads_elsewhere_is_said()
    {
        await using var pki = await TestPkiServer.StartAsync(SharedPki.Folder, cancellation: Cancellation);
        await using var site = await SiteAsync(pki.AnchorsFolder);
        using var browser = site.GetTestClient();

        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => pki.LogInAsync(browser, "/nowhere", "adult-18", Cancellation));

        Assert.Equal("/nowhere answered 404 and no redirect to the agent; the client must follow none.", wrong.Message);
    }

    // Inside, or the code.
    private static async Task<string> LogInAsync(TestPkiServer pki, string citizen)
    {
        await using var site = await SiteAsync(pki.AnchorsFolder);
        using var browser = site.GetTestClient();
        using var answer = await pki.LogInAsync(browser, "/eid", citizen, Cancellation);
        var end = answer.Headers.Location!.OriginalString;
        return end == Inside ? end : end.Split("eid=")[1].Split('&')[0];
    }

    private static async Task<WebApplication> SiteAsync(string anchors)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie().AddBelgianEid(options =>
        {
            options.Origins.Add("http://localhost");
            options.SiteId = "town.test";
            options.PseudonymKey = Convert.ToBase64String(new byte[32].Select((_, index) => (byte)index).ToArray());
            options.FailurePath = "/login";
            options.Trust.UseTestAnchors(anchors);
        });
        var site = builder.Build();
        site.UseAuthentication();
        site.UseAuthorization();
        site.MapGet("/eid", () => Results.Challenge(new() { RedirectUri = Inside }, [BelgianEidDefaults.AuthenticationScheme]));
        await site.StartAsync(Cancellation);
        return site;
    }
}
