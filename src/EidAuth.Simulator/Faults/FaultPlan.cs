namespace EidAuth.Simulator.Faults;

/// <summary>The faults that wait, by the number of the command they wait for. Not thread-safe: its card is.</summary>
internal sealed class FaultPlan
{
    private readonly List<(int Command, PlannedFault Fault)> waiting = [];
    private int commands;

    /// <summary>What still waits, each told from now: 1 is the next command.</summary>
    public IReadOnlyList<PlannedFault> Planned => [.. waiting.Select(entry => entry.Fault with { AtCommand = entry.Command - commands })];

    /// <summary>How many commands there were.</summary>
    public int Commands => commands;

    /// <summary>Of two faults for one command the one planned first happens there, the other at the next.</summary>
    public void Add(PlannedFault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.AtCommand, 1);
        waiting.Add((commands + fault.AtCommand, fault));
    }

    public void Clear() => waiting.Clear();

    /// <summary>A command begins: the fault that meets it, or null.</summary>
    public PlannedFault? Next()
    {
        commands++;
        var due = waiting.FindIndex(entry => entry.Command <= commands);
        if (due < 0)
        {
            return null;
        }

        var fault = waiting[due].Fault;
        waiting.RemoveAt(due);
        // What is overdue now would otherwise tell a command of the past.
        for (var i = 0; i < waiting.Count; i++)
        {
            waiting[i] = (Math.Max(waiting[i].Command, commands + 1), waiting[i].Fault);
        }

        return fault;
    }
}
