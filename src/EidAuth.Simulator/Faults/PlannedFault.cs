namespace EidAuth.Simulator.Faults;

/// <summary>A fault that waits for its command.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="AtCommand">At which command from the moment it is planned: 1 is the next one. Commands of every program count.</param>
public sealed record PlannedFault(FaultKind Kind, int AtCommand);
