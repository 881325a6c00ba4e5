namespace EidAuth.Benchmarks.Validation;

/// <summary>What many measurements of one thing come to.</summary>
/// <param name="Low">A tenth are below it.</param>
/// <param name="Median">Half are below it.</param>
/// <param name="High">A tenth are above it.</param>
internal readonly record struct Spread(double Low, double Median, double High)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new Spread(sorted[sorted.Length / 10], sorted[sorted.Length / 2], sorted[sorted.Length - 1 - (sorted.Length / 10)]);
    }
}
