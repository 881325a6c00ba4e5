using EidAuth.AspNetCore.Challenges;
using EidAuth.Pki;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Startup;

/// <summary>
/// Says at start-up what an operator should know, and makes the store of used challenges, whose memory begins then. What keeps a site from starting is
/// <see cref="SiteSetup"/>'s.
/// </summary>
internal sealed class StartupReport(
    IAuthenticationSchemeProvider schemes,
    IOptionsMonitor<BelgianEidOptions> options,
    IOptions<KeyManagementOptions> keys,
    IUsedChallengeStore usedChallenges,
    IHostEnvironment environment,
    ILogger<StartupReport> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var scheme in (await schemes.GetAllSchemesAsync()).Where(scheme => scheme.HandlerType == typeof(BelgianEidHandler)))
        {
            Report(options.Get(scheme.Name));
        }

        ReportKeys();
        if (usedChallenges.IsSingleServer)
        {
            EidLog.SingleServer(logger);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report(BelgianEidOptions site)
    {
        if (site.Setup!.Anchors.IsTest)
        {
            EidLog.TestTrust(logger);
        }

        if (site.IssuersFolder is null)
        {
            EidLog.NoIssuersFolder(logger, site.Revocation.FetchIssuers ? "is fetched from where its card says" : "is not at hand, and such logins are refused as issuer_unknown");
        }

        if (site.IncludeNationalNumber)
        {
            EidLog.NationalNumberIncluded(logger);
        }

        ReportRevocation(site.Setup.Revocation!.Policy);
    }

    private void ReportRevocation(RevocationPolicy policy)
    {
        if (policy.Mode == RevocationMode.Grace)
        {
            EidLog.Grace(logger, policy.GraceTime);
        }

        if (policy.Mode == RevocationMode.CrlFirst)
        {
            EidLog.CrlFirst(logger);
        }

        if (policy.NonceRequired)
        {
            EidLog.NonceRequired(logger);
        }
    }

    // Without a repository of its own choice, the framework keeps the keys where it can, on some systems only in memory: logins under way and sessions then end
    // with each restart. That is an outage, not a hole, so the site starts.
    private void ReportKeys()
    {
        if (keys.Value.XmlRepository is not null)
        {
            return;
        }

        if (environment.IsDevelopment())
        {
            EidLog.KeysNotPersistedInDevelopment(logger);
        }
        else
        {
            EidLog.KeysNotPersisted(logger);
        }
    }
}
