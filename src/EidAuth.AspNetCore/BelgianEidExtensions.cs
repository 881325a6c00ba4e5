using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Callback;
using EidAuth.AspNetCore.Challenges;
using EidAuth.AspNetCore.Issuers;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Startup;
using EidAuth.AspNetCore.StepUp;
using EidAuth.AspNetCore.Transport;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds logins with the Belgian eID card.</summary>
public static class BelgianEidExtensions
{
    /// <summary>Adds the scheme <see cref="BelgianEidDefaults.AuthenticationScheme"/> with the options of a configuration section.</summary>
    /// <param name="builder">The site's authentication.</param>
    /// <param name="section">For example <c>builder.Configuration.GetSection("Eid")</c>.</param>
    public static AuthenticationBuilder AddBelgianEid(this AuthenticationBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddBelgianEid(section.Bind);
    }

    /// <summary>Adds the scheme <see cref="BelgianEidDefaults.AuthenticationScheme"/>.</summary>
    /// <param name="builder">The site's authentication.</param>
    /// <param name="configure">Sets at least the origins and the site id.</param>
    public static AuthenticationBuilder AddBelgianEid(this AuthenticationBuilder builder, Action<BelgianEidOptions> configure) =>
        builder.AddBelgianEid(BelgianEidDefaults.AuthenticationScheme, BelgianEidDefaults.DisplayName, configure);

    /// <summary>Adds the scheme under another name. Only one scheme of this kind can answer on <see cref="BelgianEidDefaults.CallbackPath"/>.</summary>
    public static AuthenticationBuilder AddBelgianEid(
        this AuthenticationBuilder builder, string authenticationScheme, string? displayName, Action<BelgianEidOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var services = builder.Services;
        services.AddDataProtection();
        services.AddAntiforgery();
        services.TryAddSingleton<IUsedChallengeStore, MemoryUsedChallengeStore>();
        services.TryAddSingleton<EndLimit>();
        AddPki(services);
        AddStepUp(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<BelgianEidOptions>, BelgianEidPostConfigureOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BelgianEidOptions>, BelgianEidValidateOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupReport>());
        services.AddOptions<BelgianEidOptions>(authenticationScheme).ValidateOnStart();
        return builder.AddScheme<BelgianEidOptions, BelgianEidHandler>(authenticationScheme, displayName, configure);
    }

    private static void AddStepUp(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.TryAddSingleton<EidEvidence>();
        services.TryAddSingleton<StepUpChallenge>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, EidRequirementHandler>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StepUpReport>());

        // Whatever handler the site registered before stays, and is asked for all but step-up.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationMiddlewareResultHandler, StepUpResultHandler>());
    }

    private static void AddPki(IServiceCollection services)
    {
        services.AddMetrics();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<EidMeter>();
        services.TryAddSingleton<HostCircuits>();
        services.TryAddSingleton<HostSlots>();
        services.TryAddSingleton<PkiTransport>();
        services.TryAddSingleton<OcspClient>();
        services.TryAddSingleton<CrlClient>();
        services.TryAddSingleton<IssuerClient>();
        services.TryAddSingleton<RevocationClient>();
        services.TryAddSingleton<LoginNetwork>();
        services.TryAddSingleton<ListRefresh>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ListRefresh>(provider => provider.GetRequiredService<ListRefresh>()));

        // One handler for good: a second one would have as many sockets again. Its connections end by themselves, so that a change of address is seen.
        services.AddHttpClient(BelgianEidDefaults.PkiHttpClient)
            .ConfigurePrimaryHttpMessageHandler(PkiTransport.CreateHandler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
    }
}
