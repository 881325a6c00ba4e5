using System.Diagnostics;

namespace EidAuth.Benchmarks.Validation;

/// <summary>
/// How much more two threads do than one, by the clock on the wall, with the same question to the floor at the same time: it tells what the machine has to give. The
/// best burst of each counts, because other programs can only make a burst worse.
/// </summary>
/// <param name="Whole">Two threads over one.</param>
/// <param name="Floor">The same of the floor.</param>
internal readonly record struct TwoThreads(double Whole, double Floor)
{
    private const int MostBursts = 30;
    private const int LeastBursts = 6;
    private const double Wanted = 1.85;

    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);

    /// <summary>1.85, or as much less as the floor stays below 2: a busy machine, or one with a single core, has no second one to give.</summary>
    public double Budget => Wanted * Math.Min(2, Floor) / 2;

    /// <summary>Measures until it is within the budget and the machine gave two cores, at most thirty bursts each.</summary>
    /// <param name="work">One pass over its own part of the work, by the thread with that number; gives how much was done.</param>
    /// <param name="floor">The same of the floor.</param>
    public static TwoThreads Measure(Func<int, int> work, Func<int, int> floor)
    {
        var best = new double[4];
        for (var burst = 1; ; burst++)
        {
            best[0] = Math.Max(best[0], Throughput(1, work));
            best[1] = Math.Max(best[1], Throughput(2, work));
            best[2] = Math.Max(best[2], Throughput(1, floor));
            best[3] = Math.Max(best[3], Throughput(2, floor));
            var measured = new TwoThreads(best[1] / best[0], best[3] / best[2]);
            if (burst == MostBursts || (burst >= LeastBursts && measured.Whole >= Wanted))
            {
                return measured;
            }
        }
    }

    private static double Throughput(int count, Func<int, int> pass)
    {
        using var gate = new Barrier(count);
        var done = new double[count];
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            gate.SignalAndWait();
            var (started, work) = (Stopwatch.GetTimestamp(), 0);
            do
            {
                work += pass(number);
            }
            while (Stopwatch.GetElapsedTime(started) < Burst);

            done[number] = work / Stopwatch.GetElapsedTime(started).TotalSeconds;
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return done.Sum();
    }
}
