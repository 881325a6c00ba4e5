using EidAuth.AspNetCore.Transport;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EidAuth.AspNetCore.Health;

/// <summary>Degraded while a host of the Belgian PKI does not answer. Never unhealthy: another server of the town would have no better luck.</summary>
internal sealed class PkiHealthCheck(HostCircuits circuits) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        circuits.OpenHosts is { Count: > 0 } hosts
            ? HealthCheckResult.Degraded($"No answer from {string.Join(", ", hosts)}.")
            : HealthCheckResult.Healthy("No host of the PKI is known to be down."));
}
