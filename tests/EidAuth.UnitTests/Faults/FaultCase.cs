using System.Globalization;
using EidAuth.Simulator.Faults;

namespace EidAuth.UnitTests.Faults;

/// <summary>One fault at one command of one task, or two.</summary>
internal sealed record FaultCase(PlannedFault Fault, PlannedFault? Second = null)
{
    // Chance bytes of these seeds: one answer is as good as another, and three are better than one.
    private const int GarbageSeeds = 3;

    /// <summary>Every kind at every command.</summary>
    public static IEnumerable<FaultCase> All(int commands) =>
        from command in Enumerable.Range(1, commands)
        from kind in Enum.GetValues<FaultKind>()
        from seed in Enumerable.Range(1, kind == FaultKind.Garbage ? GarbageSeeds : 1)
        select new FaultCase(new PlannedFault(kind, command) { Seed = (command * 100) + seed });

    /// <summary>Two faults, each of any kind at any command; the same ones each time.</summary>
    public static IEnumerable<FaultCase> Pairs(int commands, int count)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(commands);
        var all = All(commands).ToList();
        return Enumerable.Range(0, count).Select(_ => new FaultCase(all[random.Next(all.Count)].Fault, all[random.Next(all.Count)].Fault));
#pragma warning restore CA5394
    }

    public override string ToString() => Second is null ? Text(Fault) : $"{Text(Fault)} and {Text(Second)}";

    private static string Text(PlannedFault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{fault.Kind} at {fault.AtCommand}{(fault.Kind == FaultKind.Garbage ? $" (seed {fault.Seed})" : "")}");
}
