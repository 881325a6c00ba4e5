using EidAuth.Simulator.Faults;

namespace EidAuth.Simulator.Reader;

/// <content>Faults, planned for the card that is in or for the next one.</content>
public sealed partial class SimulatedReader
{
    private readonly List<PlannedFault> planned = [];

    /// <summary>Plans a fault for the card that is in, or for the next one that comes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">AtCommand is below 1.</exception>
    public void Plan(PlannedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.AtCommand, 1);
        lock (gate)
        {
            if (inserted is null)
            {
                planned.Add(fault);
            }
            else
            {
                inserted.Card.Plan(fault);
            }

            ShowPlans();
        }
    }

    /// <summary>Forgets every fault that waits, here and at the card that is in, and ends what lasts.</summary>
    public void ClearPlan()
    {
        lock (gate)
        {
            planned.Clear();
            inserted?.Card.ClearPlan();
            ShowPlans();
        }
    }

    /// <summary>Tells the panel which faults wait by now.</summary>
    internal void ShowPlans()
    {
        lock (gate)
        {
            face.Plans(inserted is null ? [.. planned] : inserted.Card.Planned);
        }
    }

    /// <summary>A fault pulls this stay of a card out; another card that came meanwhile stays in.</summary>
    internal void Remove(InsertedCard stay)
    {
        lock (gate)
        {
            if (inserted != stay)
            {
                return;
            }

            Pull();
        }

        slotChanged.Raise();
    }
}
