using EidAgent.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EidAgent.Service;

/// <summary>
/// Ends an agent that nobody uses: no connection and nothing to lose for that long. Only for an agent that is started again by the next connection. A connection that comes
/// meanwhile is served by this agent or waits in the socket for the next one.
/// </summary>
internal sealed class IdleExit(
    AgentOptions options, OpenConnections connections, UsedParts parts, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<IdleExit> log)
    : IHostedService, IDisposable
{
    private readonly Lock gate = new();
    private ITimer? timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        timer = clock.CreateTimer(_ => _ = LeaveAsync(), null, options.IdleTime, Timeout.InfiniteTimeSpan);
        connections.Changed = Restart;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        connections.Changed = null;
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
        }
    }

    private bool IsIdle => connections.Open == 0 && !parts.IsUnfinished;

    private void Restart()
    {
        lock (gate)
        {
            timer?.Change(options.IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task LeaveAsync()
    {
        if (IsIdle)
        {
            await connections.PauseAsync();
            if (IsIdle)
            {
                AgentLog.Idle(log);
                lifetime.StopApplication();
                return;
            }

            connections.Resume();
        }

        Restart();
    }
}
