namespace EidAuth.Simulator.Faults;

/// <summary>What came of a command, for the road between client and card.</summary>
/// <param name="Answer">Data and status word; empty when no answer comes.</param>
/// <param name="Fault">What the road still has to do: Removed, RemovedAfter, Reset, Slow, Mute; null for anything that is in the answer already.</param>
internal readonly record struct CardReply(byte[] Answer, FaultKind? Fault = null)
{
    /// <summary>How long a slow answer takes, and how long a reader waits for one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>No answer arrives.</summary>
    public bool IsLost => Fault is FaultKind.Removed or FaultKind.RemovedAfter or FaultKind.Reset or FaultKind.Mute;
}
