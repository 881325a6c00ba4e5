using EidAuth.Pki;

namespace EidAuth.Benchmarks.Validation;

/// <summary>Bytes allocated by one validation, on average over all logins of a site.</summary>
/// <param name="Whole">In all.</param>
/// <param name="Phases">Where, in the order of the code.</param>
/// <param name="Platform">Of these by the floor alone: certificate, key, signatures.</param>
internal sealed record Allocations(double Whole, IReadOnlyList<(string Phase, double Bytes)> Phases, double Platform)
{
    private static readonly string[] Names = ["verify", "holder: what is known", "holder: the answer", "issuing CA", "complete"];

    public static Allocations Measure(MeasuredSite site, ValidationFloor floor, bool isCached)
    {
        // Pools fill and caches of the runtime are made: the least of a few passes is what each login takes.
        var passes = Enumerable.Range(0, 8)
            .Select(_ => (Phases: MeasurePhases(site, isCached), Whole: MeasureWhole(site, isCached), Floor: MeasureFloor(site, floor, isCached)))
            .ToArray();
        return new Allocations(
            passes.Min(pass => pass.Whole),
            [.. Names.Zip(passes.MinBy(pass => pass.Phases.Sum()).Phases, (name, bytes) => (name, (double)bytes / site.Logins.Count))],
            passes.Min(pass => pass.Floor));
    }

    private static double MeasureWhole(MeasuredSite site, bool isCached)
    {
        Prepare(site, isCached);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var login in site.Logins)
        {
            site.Validate(login, isCached);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / site.Logins.Count;
    }

    private static double MeasureFloor(MeasuredSite site, ValidationFloor floor, bool isCached)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < site.Logins.Count; i++)
        {
            floor.Run(i, !isCached);
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / site.Logins.Count;
    }

    private static long[] MeasurePhases(MeasuredSite site, bool isCached)
    {
        Prepare(site, isCached);
        var phases = new long[Names.Length];
        foreach (var login in site.Logins)
        {
            Run(site, login, phases);
        }

        return phases;
    }

    private static void Run(MeasuredSite site, MeasuredLogin login, long[] phases)
    {
        var mark = GC.GetAllocatedBytesForCurrentThread();
        var pending = site.Verify(login);
        Note(phases, 0, ref mark);
        var check = site.Begin(pending.Holder);
        var step = check.Next(MeasuredPki.Now);
        Note(phases, 1, ref mark);
        if (step is RevocationStep.AskResponder)
        {
            check.TakeAnswer(login.Answer, MeasuredPki.Now);
            step = check.Next(MeasuredPki.Now);
        }

        var holder = ((RevocationStep.Conclude)step).Finding;
        Note(phases, 2, ref mark);
        var issuer = site.Find(pending.Issuer, default);
        Note(phases, 3, ref mark);
        MeasuredSite.Conclude(pending, holder, issuer);
        Note(phases, 4, ref mark);
    }

    private static void Note(long[] phases, int phase, ref long mark)
    {
        var now = GC.GetAllocatedBytesForCurrentThread();
        phases[phase] += now - mark;
        mark = now;
    }

    // With a fresh answer nobody is known; else everybody was here before.
    private static void Prepare(MeasuredSite site, bool isCached)
    {
        site.ForgetHolders();
        if (isCached)
        {
            foreach (var login in site.Logins)
            {
                site.Validate(login, isKnown: false);
            }
        }
    }
}
