using EidAuth.Pki;
using EidAuth.Testing.Mutations;

namespace EidAuth.Fuzz;

/// <summary>Counts what parsing one input costs this thread: steps of the DER readers, and bytes allocated.</summary>
internal readonly struct Work
{
    private readonly long steps;
    private readonly long allocated;

    private Work(long steps, long allocated) => (this.steps, this.allocated) = (steps, allocated);

    public static Work Begin() => new(DerSteps.Taken, GC.GetAllocatedBytesForCurrentThread());

    /// <summary>What was done since.</summary>
    /// <param name="accepted">The input was taken.</param>
    /// <param name="moreSteps">Those that the parser counts by itself.</param>
    public Parsed End(bool accepted, long moreSteps = 0)
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        return new Parsed(accepted, DerSteps.Taken - steps + moreSteps) { Allocated = now - allocated };
    }
}
