using EidAuth.Belpic;

namespace EidAuth.UnitTests.Faults;

/// <summary>What a person does with a card, and what may come of it.</summary>
internal abstract class FaultTask(FaultWorld world)
{
    public FaultWorld World { get; } = world;

    /// <summary>Does it once over an open session; what it returns is <see cref="Judge"/>d. Counts the person's entries in <see cref="Entries"/>.</summary>
    public abstract object Do(BelpicSession session);

    /// <summary>How often a person typed a PIN in this run.</summary>
    public int Entries { get; protected set; }

    /// <summary>How many of these entries were wrong.</summary>
    public int WrongEntries { get; protected set; }

    /// <summary>The fault-free run's own result, which must be the right one.</summary>
    public abstract void Learn(object result);

    /// <summary>What is wrong with a result; <paramref name="result"/> is what <see cref="Do"/> gave, or the documented exception it threw.</summary>
    public abstract IEnumerable<string> Judge(object result);

    /// <summary>Ready for the next run.</summary>
    public virtual void Prepare() => (Entries, WrongEntries) = (0, 0);
}
