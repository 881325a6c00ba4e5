using EidAuth.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what logins with the Belgian eID card depend on to a site's health checks.</summary>
public static class BelgianEidHealthExtensions
{
    /// <summary>
    /// Adds a check that is degraded while a responder, list server or repository does not answer. It asks nobody: it says what the last logins met.
    /// <c>AddBelgianEid</c> must be called too.
    /// </summary>
    /// <param name="builder">The site's checks.</param>
    public static IHealthChecksBuilder AddBelgianEidCheck(this IHealthChecksBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<PkiHealthCheck>("eid-pki");
    }
}
