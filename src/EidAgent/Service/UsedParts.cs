using Microsoft.Extensions.Hosting;

namespace EidAgent.Service;

/// <summary>
/// The parts of the agent that a request asked for so far. Nothing is made at the start that no request needs yet; what was not made has nothing to stop and nothing unfinished, and is not made to
/// be asked.
/// </summary>
internal sealed class UsedParts : IHostedService
{
    private readonly Lock gate = new();
    private readonly List<object> parts = [];
    private bool isStopped;

    /// <summary>Something would be lost if the agent ended now.</summary>
    public bool IsUnfinished => Parts().Any(part => part is IUnfinished { IsUnfinished: true });

    /// <summary>That part was made.</summary>
    public T Keep<T>(T part)
        where T : class
    {
        lock (gate)
        {
            parts.Add(part);
            if (!isStopped)
            {
                return part;
            }
        }

        // By a request that outlives the server: it begins nothing any more.
        _ = (part as IStopped)?.StopAsync(CancellationToken.None);
        return part;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Stops each part before those that it uses: what was made last was made of what was there.</summary>
    /// <exception cref="AggregateException">Parts that did not stop in time; the others did.</exception>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var faults = new List<Exception>();
        foreach (var part in Parts(stopping: true).OfType<IStopped>().Reverse())
        {
            try
            {
                await part.StopAsync(cancellationToken);
            }
#pragma warning disable CA1031 // Thrown on, when the others had their turn.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                faults.Add(fault);
            }
        }

        if (faults.Count > 0)
        {
            throw new AggregateException(faults);
        }
    }

    private object[] Parts(bool stopping = false)
    {
        lock (gate)
        {
            isStopped |= stopping;
            return [.. parts];
        }
    }
}
