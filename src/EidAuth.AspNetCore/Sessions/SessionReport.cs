using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>Says at start-up when sessions are known to this process alone.</summary>
internal sealed class SessionReport(IServiceScopeFactory scopes, ILogger<SessionReport> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<IServerSessionStore>().IsSingleServer)
        {
            EidLog.SessionsSingleServer(logger);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
