namespace EidAuth.Benchmarks.Validation;

/// <summary>
/// Two pieces of work, turn by turn in short blocks, so that whatever slows the machine slows both. Each round gives one ratio; a series is the median of its
/// rounds; the best series counts, because other programs can only make a series worse.
/// </summary>
/// <param name="Ratio">Of the best series: the first over the second.</param>
/// <param name="Nanoseconds">Median of the first, each.</param>
/// <param name="FloorNanoseconds">Median of the second, each.</param>
/// <param name="Series">How many series were run.</param>
internal readonly record struct Rivals(Spread Ratio, double Nanoseconds, double FloorNanoseconds, int Series)
{
    private const int MostSeries = 7;
    private const int UsualRounds = 60;

    /// <summary>Measures until a series is within the budget, at most seven.</summary>
    /// <param name="count">Repetitions in a block.</param>
    /// <param name="prepare">Before each block of <paramref name="work"/>, outside the time.</param>
    /// <param name="work">The first; is given the number of the repetition, which goes on over the rounds.</param>
    /// <param name="floor">The second.</param>
    /// <param name="budget">What the ratio may be.</param>
    /// <param name="rounds">How many rounds a series has.</param>
    public static Rivals Measure(int count, Action prepare, Action<int> work, Action<int> floor, double budget, int rounds = UsualRounds)
    {
        // Enough that both are compiled for good.
        for (var i = 0; i < rounds / 3; i++)
        {
            prepare();
            Time(count, i, work);
            Time(count, i, floor);
        }

        Rivals? best = null;
        for (var series = 1; series <= MostSeries; series++)
        {
            var ratios = Enumerable.Range(0, rounds).Select(round => Round(round, count, prepare, work, floor)).ToArray();
            var measured = new Rivals(
                Spread.Of(ratios.Select(round => round.Work / round.Floor)),
                Spread.Of(ratios.Select(round => round.Work)).Median,
                Spread.Of(ratios.Select(round => round.Floor)).Median,
                series);
            best = best is { } earlier && earlier.Ratio.Median <= measured.Ratio.Median ? earlier with { Series = series } : measured;
            if (best.Value.Ratio.Median <= budget)
            {
                break;
            }
        }

        return best!.Value;
    }

    private static (double Work, double Floor) Round(int round, int count, Action prepare, Action<int> work, Action<int> floor)
    {
        prepare();
        if (round % 2 == 0)
        {
            var first = Time(count, round, work);
            return (first, Time(count, round, floor));
        }

        var second = Time(count, round, floor);
        return (Time(count, round, work), second);
    }

    private static double Time(int count, int round, Action<int> action)
    {
        var started = ThreadTime.Now();
        for (var i = 0; i < count; i++)
        {
            action((round * count) + i);
        }

        return (double)(ThreadTime.Now() - started) / count;
    }
}
