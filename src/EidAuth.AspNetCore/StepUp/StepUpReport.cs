using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.StepUp;

/// <summary>Says at start-up that another handler stands where people would be sent to the card.</summary>
internal sealed class StepUpReport(IServiceScopeFactory scopes, ILogger<StepUpReport> logger) : IHostedService
{
    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        if (scope.ServiceProvider.GetRequiredService<IAuthorizationMiddlewareResultHandler>() is not StepUpResultHandler)
        {
            StepUpLog.NotInPlace(logger);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
