namespace EidAgent.Data;

/// <summary>Something could not be kept or read. Its text names no path: that may hold a person's name.</summary>
internal sealed class KeepingException(KeepingFault fault) : Exception("The agent's data folder: " + fault)
{
    /// <summary>Why.</summary>
    public KeepingFault Fault => fault;
}
