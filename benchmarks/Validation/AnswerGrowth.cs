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
        var put = Growth.Measure("An answer put into a full cache", "answers", 20_000, null, [.. Sizes.Select(Full)]);
        return whole.Concat(put);

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

        (int Size, Action<int> Work) Full(int size)
        {
            var cache = site.CacheWith(size, size);
            var findings = Enumerable.Range(size, 2 * size).Select(site.OtherFinding).ToArray();
            return (size, i => cache.Take(findings[i % findings.Length]));
        }
    }
}
