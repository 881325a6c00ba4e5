using System.Diagnostics;

namespace EidAuth.Benchmarks.Validation;

/// <summary>
/// How much more two threads do than one. By the clock on the wall: the best burst of each, because other programs can only make a burst worse; on a busy machine it says
/// nothing. By processor time, which a busy machine leaves as it is: twice what one validation takes alone over what it takes beside another one; waiting for each other is not in it, so
/// that is counted.
/// </summary>
/// <param name="ByClock">Two threads over one.</param>
/// <param name="ByProcessor">The same by processor time.</param>
/// <param name="Waits">How often a thread had to wait for a lock, each time one piece of work was done by two threads.</param>
internal readonly record struct TwoThreads(double ByClock, double ByProcessor, double Waits)
{
    private const int Bursts = 15;

    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(100);

    /// <summary>1.85, or as much less as the floor stays below 2: two cores that share what is in them have no second one to give.</summary>
    public static double BudgetBeside(double floor) => 1.85 * Math.Min(2, floor) / 2;

    /// <summary>Measures both turn by turn.</summary>
    /// <param name="work">One pass over its own part of the work, by the thread with that number; gives how much was done.</param>
    /// <param name="floor">The same of the floor.</param>
    public static (TwoThreads Work, TwoThreads Floor) Measure(Func<int, int> work, Func<int, int> floor)
    {
        var bursts = Enumerable.Range(0, Bursts)
            .Select(_ => (One: Run(1, work), Two: Run(2, work), FloorOne: Run(1, floor), FloorTwo: Run(2, floor)))
            .ToArray();
        return (Of(bursts.Select(burst => (burst.One, burst.Two))), Of(bursts.Select(burst => (burst.FloorOne, burst.FloorTwo))));
    }

    private static TwoThreads Of(IEnumerable<(Outcome One, Outcome Two)> bursts)
    {
        var all = bursts.ToArray();
        return new TwoThreads(
            all.Max(burst => burst.Two.PerSecond) / all.Max(burst => burst.One.PerSecond),
            2 * Spread.Of(all.Select(burst => burst.One.Nanoseconds / burst.Two.Nanoseconds)).Median,
            all.Sum(burst => burst.Two.Waits) / all.Sum(burst => burst.Two.Count));
    }

    private static Outcome Run(int count, Func<int, int> pass)
    {
        using var gate = new Barrier(count);
        var outcomes = new Outcome[count];
        var waits = Monitor.LockContentionCount;
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            gate.SignalAndWait();
            var (started, processor, done) = (Stopwatch.GetTimestamp(), ThreadTime.Now(), 0);
            do
            {
                done += pass(number);
            }
            while (Stopwatch.GetElapsedTime(started) < Burst);

            outcomes[number] = new Outcome(done / Stopwatch.GetElapsedTime(started).TotalSeconds, (double)(ThreadTime.Now() - processor) / done, done, 0);
        })).ToArray();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return new Outcome(
            outcomes.Sum(one => one.PerSecond), outcomes.Average(one => one.Nanoseconds), outcomes.Sum(one => one.Count), Monitor.LockContentionCount - waits);
    }

    private readonly record struct Outcome(double PerSecond, double Nanoseconds, double Count, double Waits);
}
