namespace EidAuth.Simulator.Faults;

/// <summary>How commands get to the card.</summary>
/// <param name="TellsResets">A reset by another program is told, and the command then not sent, as PC/SC does it.</param>
/// <param name="Resolves">61xx and 6Cxx are resolved on the way.</param>
/// <param name="NeedsBytes">An empty answer cannot be carried.</param>
internal readonly record struct Road(bool TellsResets, bool Resolves, bool NeedsBytes);
