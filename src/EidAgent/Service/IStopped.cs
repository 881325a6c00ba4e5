namespace EidAgent.Service;

/// <summary>A part that has something to bring to its end before the agent ends.</summary>
internal interface IStopped
{
    /// <summary>Ends it, and completes when it has ended or the time is over.</summary>
    Task StopAsync(CancellationToken cancellationToken);
}
