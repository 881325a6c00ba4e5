using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Transport;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>A login whose time is over is answered by what is held, whomever its certificates name. Issuing CAs made before 2017 name no responder.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class NoTimeLeftTests
{
    [Theory]
    [InlineData(true, true, RevocationMode.HardFail)]
    [InlineData(true, false, RevocationMode.HardFail)]
    [InlineData(false, true, RevocationMode.HardFail)]
    [InlineData(false, true, RevocationMode.CrlFirst)]
    [InlineData(false, false, RevocationMode.HardFail)]
    public async Task Without_time_nobody_is_asked_and_the_login_is_refused_with_a_code(bool hasResponder, bool hasList, RevocationMode mode)
    {
        var scenario = LoginScenario.Ec();
        if (hasList)
        {
            scenario.WithListAddresses();
        }

        if (!hasResponder)
        {
            scenario.Ca.Without(Forge.AuthorityInformationAccess);
        }

        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        await using var services = Services(new ManualTimeProvider(scenario.Now));
        using var spent = new LoginBudget(services.GetRequiredService<TimeProvider>(), TimeSpan.Zero);
        var site = new SiteRevocation(mode == RevocationMode.CrlFirst ? RevocationPolicy.CrlFirst : RevocationPolicy.HardFail, TimeSpan.FromSeconds(4), new CrlStore());

        var finding = await services.GetRequiredService<RevocationClient>().FindAsync(site, pending.Issuer, spent, TestContext.Current.CancellationToken);

        Assert.Equal(hasResponder || hasList ? LoginRejection.OcspUnavailable : LoginRejection.OcspAddressRefused, finding.Rejection);
        Assert.Equal(0, site.UnderWay.Count);
    }

    private static ServiceProvider Services(TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddBelgianEid(_ => { });
        return services.BuildServiceProvider();
    }
}
