namespace EidAuth.AspNetCore.Transport;

/// <summary>Leave to ask a host once.</summary>
/// <param name="IsProbe">The circuit is open, and this one finds out whether it may close.</param>
internal readonly record struct CircuitPass(bool IsProbe);
