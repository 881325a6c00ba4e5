using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Challenges;
using EidAuth.AspNetCore.Revocation;
using EidAuth.AspNetCore.Startup;
using Microsoft.AspNetCore.Authentication;
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
        services.TryAddSingleton<IUsedChallengeStore, MemoryUsedChallengeStore>();
        services.TryAddSingleton<OcspClient>();
        services.TryAddSingleton<RevocationClient>();
        services.AddHttpClient(BelgianEidDefaults.OcspHttpClient)
            .ConfigurePrimaryHttpMessageHandler(OcspClient.CreateHandler)
            .RemoveAllLoggers();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<BelgianEidOptions>, BelgianEidPostConfigureOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<BelgianEidOptions>, BelgianEidValidateOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupReport>());
        services.AddOptions<BelgianEidOptions>(authenticationScheme).ValidateOnStart();
        return builder.AddScheme<BelgianEidOptions, BelgianEidHandler>(authenticationScheme, displayName, configure);
    }
}
