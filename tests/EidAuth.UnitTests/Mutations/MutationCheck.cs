using System.Globalization;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>A run as a test. EIDAUTH_SEED repeats one. An input that fails is kept in Fixtures/mutated and from then on tried in each run.</summary>
internal static class MutationCheck
{
    /// <summary>Inputs for each target.</summary>
    public const int Ordinary = 20_000;

    /// <summary>Inputs for all targets of the card together, with EIDAUTH_LONG=1.</summary>
    public const int LongOverAll = 2_000_000;

    public static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    private static ulong Seed => ulong.TryParse(Environment.GetEnvironmentVariable("EIDAUTH_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20260302;

    /// <summary>Mutated inputs, one after the other; the first that fails ends it.</summary>
    /// <param name="target">What is tried.</param>
    /// <param name="inputs">How many, before the target's share.</param>
    public static void Run(MutationTarget target, double inputs)
    {
        var seed = Seed;
        var tally = new MutationRun(target, seed).Run(0, (long)Math.Ceiling(target.Share * inputs), stride: 1, next: _ => true);
        if (tally.Failure is { } failure)
        {
            Assert.Fail($"{target.Name}, seed {seed}, input {failure.Index} of {failure.Length} bytes, kept as {failure.Kept}: {failure.Exception}");
        }

        Figures.Add($"mutated inputs, {target.Name}, seed {seed}", tally.Count);
        Figures.Add($"mutated inputs, {target.Name}, steps per byte at most", tally.StepsPerByte);
        TestContext.Current.TestOutputHelper?.WriteLine($"{target.Name}: seed {seed}, {tally.Count} inputs, {tally.Accepted} taken, {tally.StepsPerByte:0.##} steps per byte at most");

        // Damage so coarse that nothing passes, or so fine that everything does, tries nothing.
        Assert.InRange(tally.Accepted, 1, tally.Count - 1);
    }
}
