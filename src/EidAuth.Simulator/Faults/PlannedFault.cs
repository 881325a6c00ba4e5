namespace EidAuth.Simulator.Faults;

/// <summary>A fault that waits for its command.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="AtCommand">At which command from the moment it is planned: 1 is the next one. Commands of every program count, also those that a fault kept from the card.</param>
public sealed record PlannedFault(FaultKind Kind, int AtCommand)
{
    /// <summary>For <see cref="FaultKind.Garbage"/>: which bytes.</summary>
    public int Seed { get; init; }
}
