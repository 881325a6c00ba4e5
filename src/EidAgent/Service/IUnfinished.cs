namespace EidAgent.Service;

/// <summary>Something that would be lost if the agent ended now. Each is asked before an agent that nobody uses ends by itself.</summary>
internal interface IUnfinished
{
    /// <summary>There is something to lose.</summary>
    bool IsUnfinished { get; }
}
