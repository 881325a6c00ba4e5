using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Revocation;
using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Revocation;

/// <summary>A fetch of a list never throws: it runs in a background service, and one that throws stops the host.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class ListFetchFaultTests
{
    [Fact]
    public async Task An_exception_that_nobody_expected_is_a_list_that_is_not_there()
    {
        var scenario = LoginScenario.Ec().WithListAddresses();
        var pending = Assert.IsType<LoginVerdict.Pending>(scenario.Verify()).Login;
        var log = new CapturedLog();
        await using var services = Services(new ManualTimeProvider(scenario.Now), log);
        var site = new SiteRevocation(RevocationPolicy.HardFail, TimeSpan.FromSeconds(4), new CrlStore());

        var fetch = await services.GetRequiredService<CrlClient>().FetchAsync(site, pending.Holder.Crl);

        Assert.Null(fetch.NextUpdate);
        var line = Assert.Single(log.Of(3037)).Text;
        Assert.Contains(nameof(NotSupportedException), line, StringComparison.Ordinal);
        Assert.DoesNotContain(Throwing.Message, line, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(TimeProvider clock, CapturedLog log)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddBelgianEid(_ => { });
        services.AddHttpClient(BelgianEidDefaults.PkiHttpClient).ConfigurePrimaryHttpMessageHandler(() => new Throwing());
        return services.BuildServiceProvider();
    }

    private sealed class Throwing : HttpMessageHandler
    {
        public const string Message = "The site's own handler.";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => throw new NotSupportedException(Message);
    }
}
