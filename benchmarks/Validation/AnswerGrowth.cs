using System.Globalization;
using EidAuth.Pki;

namespace EidAuth.Benchmarks.Validation;

/// <summary>A whole login whose holder's answer is held, among 10, 10,000 and 100,000 others; and one answer put into a cache that is full.</summary>
internal static class AnswerGrowth
{
    private static readonly int[] Sizes = [10, 10_000, 100_000];

    public static IEnumerable<ValidationFigure> Measure()
    {
        var site = new MeasuredSite(new MeasuredPki(MeasuredKeys.Es256()), 24);
        var whole = Growth.Measure("ES256, answer held", "answers", 20, 1.3, [.. Sizes.Select(Held)]);
        return whole.Concat(Sizes.Select(size => Put(site, size)));

        (int Size, Action<int> Work) Held(int size)
        {
            // Each size has a cache of its own.
            var cache = site.CacheWith(size, size + 100);
            foreach (var login in site.Logins)
            {
                site.Validate(login, isKnown: false, cache);
            }

            return (size, i => site.Validate(site.Logins[i % site.Logins.Count], isKnown: true, cache));
        }
    }

    // A quarter more than there is room for, each ending later than those before: room is made twice.
    private static ValidationFigure Put(MeasuredSite site, int size)
    {
        var findings = Enumerable.Range(size, Math.Max(4, size / 4)).Select(site.OtherFinding).ToArray();
        var (best, longest) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < 5; i++)
        {
            var (whole, most) = Fill(site.CacheWith(size, size), findings);
            (best, longest) = (Math.Min(best, whole / findings.Length), Math.Min(longest, most));
        }

        return new ValidationFigure(string.Create(CultureInfo.InvariantCulture, $"An answer put into a cache full of {size:#,0}"), best / 1000, "µs")
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"on average; the one that makes room {longest / 1000:#,0} µs"),
        };
    }

    private static (double Whole, double Most) Fill(OcspAnswerCache cache, RevocationFinding[] findings)
    {
        var most = 0L;
        var (started, before) = (ThreadTime.Now(), ThreadTime.Now());
        foreach (var finding in findings)
        {
            cache.Take(finding);
            var now = ThreadTime.Now();
            (most, before) = (Math.Max(most, now - before), now);
        }

        return (before - started, most);
    }
}
