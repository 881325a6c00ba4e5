namespace EidAgent.Ports;

/// <summary>An agent cannot take connections at its place.</summary>
/// <param name="problem">Why.</param>
/// <param name="cause">What the system said, or null.</param>
internal sealed class HandedDoorException(HandedDoorProblem problem, Exception? cause = null) : IOException(problem.ToString(), cause)
{
    /// <summary>Why.</summary>
    public HandedDoorProblem Problem => problem;
}
