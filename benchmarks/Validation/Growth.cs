using System.Globalization;

namespace EidAuth.Benchmarks.Validation;

/// <summary>The same work at several sizes of what is held, turn by turn in short blocks; each round gives the ratios to the smallest. As with <see cref="Rivals"/>, the best series counts.</summary>
internal static class Growth
{
    private const int MostSeries = 5;
    private const int Rounds = 30;

    /// <param name="name">What is done.</param>
    /// <param name="of">What there is more and more of.</param>
    /// <param name="count">Repetitions in a block.</param>
    /// <param name="budget">What a ratio to the smallest may be; null where it is not flat by its nature.</param>
    /// <param name="works">Sizes, the smallest first, and the work at that size; it is given the number of the repetition.</param>
    public static IEnumerable<ValidationFigure> Measure(string name, string of, int count, double? budget, params (int Size, Action<int> Work)[] works)
    {
        var best = new Spread[works.Length];
        var times = new double[works.Length];
        for (var series = 0; series < MostSeries && (series == 0 || best.Any(spread => spread.Median > budget)); series++)
        {
            var rounds = Enumerable.Range(0, Rounds).Select(round => works.Select(work => Time(count, round, work.Work)).ToArray()).ToArray();
            for (var i = 0; i < works.Length; i++)
            {
                var spread = Spread.Of(rounds.Select(round => round[i] / round[0]));
                if (series == 0 || spread.Median < best[i].Median)
                {
                    (best[i], times[i]) = (spread, Spread.Of(rounds.Select(round => round[i])).Median);
                }
            }
        }

        for (var i = 0; i < works.Length; i++)
        {
            yield return new ValidationFigure(string.Create(CultureInfo.InvariantCulture, $"{name}, {works[i].Size:#,0} {of}"), best[i].Median, "×")
            {
                AtMost = i == 0 ? null : budget,
                Note = string.Create(CultureInfo.InvariantCulture, $"({best[i].Low:0.00} – {best[i].High:0.00}) {(times[i] < 10_000 ? times[i] : times[i] / 1000):#,0} {(times[i] < 10_000 ? "ns" : "µs")}"),
            };
        }
    }

    private static double Time(int count, int round, Action<int> work)
    {
        // The caches of the processor belong to the size before this one.
        for (var i = 0; i < count / 2; i++)
        {
            work((round * 7919) + i);
        }

        var started = ThreadTime.Now();
        for (var i = 0; i < count; i++)
        {
            work((round * count) + i);
        }

        return (double)(ThreadTime.Now() - started) / count;
    }
}
