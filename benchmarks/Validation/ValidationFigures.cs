using System.Globalization;
using EidAuth.Login;

namespace EidAuth.Benchmarks.Validation;

/// <summary>Everything that <c>gate validation</c> prints, in its order, one after the other as it is measured.</summary>
internal static class ValidationFigures
{
    // Both divide by the keys that holders and threads take turns with.
    private const int Logins = 48;
    private const int Block = 6;

    /// <param name="load">That of the machine before anything was measured.</param>
    public static IEnumerable<ValidationFigure> Measure(double? load)
    {
        foreach (var (keys, fresh, cached, bytes) in new[] { (MeasuredKeys.Es384(), 1.10, (double?)1.10, 8192), (MeasuredKeys.Rs256(), 1.20, null, 2048) })
        {
            var site = new MeasuredSite(new MeasuredPki(keys), Logins);
            var floor = new ValidationFloor(site);
            yield return Ratio(site, floor, isCached: false, fresh);
            yield return Ratio(site, floor, isCached: true, cached);
            foreach (var figure in Allocated(site, floor, isCached: false, bytes).Concat(Allocated(site, floor, isCached: true, bytes)))
            {
                yield return figure;
            }

            foreach (var figure in Scaling(site, floor, load))
            {
                yield return figure;
            }
        }

        yield return ChainBuilds();
        foreach (var figure in AuthorityGrowth.Measure().Concat(AnswerGrowth.Measure()).Concat(ListGrowth.Measure()))
        {
            yield return figure;
        }
    }

    private static ValidationFigure Ratio(MeasuredSite site, ValidationFloor floor, bool isCached, double? budget)
    {
        site.ForgetHolders();
        if (isCached)
        {
            Remember(site);
        }

        var measured = Rivals.Measure(
            Block,
            isCached ? () => { } : () => site.ForgetHolders(),
            i => site.Validate(site.Logins[i % Logins], isCached),
            i => floor.Run(i % Logins, !isCached),
            budget ?? double.MaxValue);
        return new ValidationFigure($"{Name(site, isCached)}, over its floor", measured.Ratio.Median, "×")
        {
            AtMost = budget,
            Note = string.Create(
                CultureInfo.InvariantCulture,
                $"({measured.Ratio.Low:0.00} – {measured.Ratio.High:0.00}) {measured.Nanoseconds / 1000:#,0} over {measured.FloorNanoseconds / 1000:#,0} µs, series: {measured.Series}"),
        };
    }

    private static IEnumerable<ValidationFigure> Allocated(MeasuredSite site, ValidationFloor floor, bool isCached, double budget)
    {
        var allocations = Allocations.Measure(site, floor, isCached);
        yield return new ValidationFigure($"{Name(site, isCached)}, allocated", allocations.Whole, "B") { AtMost = budget };
        foreach (var (phase, bytes) in allocations.Phases)
        {
            yield return new ValidationFigure($"    of it {phase}", bytes, "B");
        }

        yield return new ValidationFigure("    the floor alone", allocations.Platform, "B");
    }

    private static IEnumerable<ValidationFigure> Scaling(MeasuredSite site, ValidationFloor floor, double? load)
    {
        // Each thread has its own holders; whoever begins a pass forgets all of them, so that every answer is judged.
        var (work, bare) = TwoThreads.Measure(
            number => Pass(number, login => site.Validate(site.Logins[login], isKnown: false), () => site.ForgetHolders(others: 0)),
            number => Pass(number, login => floor.Run(login, withAnswer: true), () => { }));
        yield return new ValidationFigure($"{Name(site, isCached: false)}, two threads over one", work.ByProcessor, "×")
        {
            AtLeast = TwoThreads.BudgetBeside(bare.ByProcessor),
            Note = string.Create(CultureInfo.InvariantCulture, $"by processor time; the floor's own {bare.ByProcessor:0.00}; waits for a lock: {work.Waits:0.000} each"),
        };
        var isQuiet = load < 1;
        yield return new ValidationFigure("    by the clock", work.ByClock, "×")
        {
            AtLeast = isQuiet ? TwoThreads.BudgetBeside(bare.ByClock) : null,
            Note = string.Create(CultureInfo.InvariantCulture, $"the floor's own {bare.ByClock:0.00}{(isQuiet ? "" : "; not judged, others use the machine")}"),
        };
    }

    private static int Pass(int thread, Action<int> work, Action prepare)
    {
        prepare();
        for (var i = 0; i < Logins / 2; i++)
        {
            work((thread * Logins / 2) + i);
        }

        return Logins / 2;
    }

    // What never names the type cannot call it.
    private static ValidationFigure ChainBuilds() =>
        new("X509Chain.Build in a validation", ChainReferences.Count(typeof(LoginVerifier).Assembly), "") { AtMost = 0 };

    private static void Remember(MeasuredSite site)
    {
        foreach (var login in site.Logins)
        {
            site.Validate(login, isKnown: false);
        }
    }

    private static string Name(MeasuredSite site, bool isCached) => $"{site.Algorithm}, {(isCached ? "answer held" : "answer judged")}";
}
