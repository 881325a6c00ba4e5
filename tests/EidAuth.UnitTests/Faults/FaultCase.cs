using System.Globalization;
using EidAuth.Simulator.Faults;

namespace EidAuth.UnitTests.Faults;

/// <summary>One fault at one command of one task.</summary>
internal sealed record FaultCase(PlannedFault Fault)
{
    // Chance bytes of these seeds: one answer is as good as another, and three are better than one.
    private const int GarbageSeeds = 3;

    /// <summary>Every kind at every command.</summary>
    public static IEnumerable<FaultCase> All(int commands) =>
        from command in Enumerable.Range(1, commands)
        from kind in Enum.GetValues<FaultKind>()
        from seed in Enumerable.Range(1, kind == FaultKind.Garbage ? GarbageSeeds : 1)
        select new FaultCase(new PlannedFault(kind, command) { Seed = (command * 100) + seed });

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Fault.Kind} at {Fault.AtCommand}{(Fault.Kind == FaultKind.Garbage ? $" (seed {Fault.Seed})" : "")}");
}
