using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>
/// Runs a target over mutated inputs. EIDAUTH_SEED repeats a run; with EIDAUTH_LONG=1 all targets together get two million. An input that fails is kept in
/// Fixtures/mutated and from then on tried in each run.
/// </summary>
internal static class MutationRun
{
    /// <summary>Steps a parser may take for each byte of its input.</summary>
    public const int StepsPerByte = 64;

    private const int Ordinary = 20_000;
    private const int LongOverAll = 2_000_000;

    private static string Folder => Path.Combine(Repository.Root, "tests", "EidAuth.UnitTests", "Fixtures", "mutated");

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("EIDAUTH_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 20260302;

    private static bool IsLong => Environment.GetEnvironmentVariable("EIDAUTH_LONG") == "1";

    /// <summary>Mutated inputs, one after the other; the first that fails ends it.</summary>
    /// <param name="target">What is tried.</param>
    /// <param name="shares">What the shares of all targets add up to: so they share the long run.</param>
    public static void Run(MutationTarget target, double shares)
    {
        var count = (int)Math.Ceiling(target.Share * (IsLong ? LongOverAll / shares : Ordinary));
        var mutator = new Mutator(target.Seeds, target.Pieces, Seed);
        var (accepted, steepest) = (0, 0.0);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            var input = mutator.Next();
            try
            {
                var parsed = Try(target, input);
                accepted += parsed.Accepted ? 1 : 0;
                steepest = Math.Max(steepest, (double)parsed.Steps / (input.Length + 1));
            }
            catch (Exception exception)
            {
                var kept = Keep(target, input);
                Assert.Fail($"{target.Name}, seed {Seed}, input {i} of {input.Length} bytes, kept as {kept}: {exception}");
            }
        }

        Figures.Add($"mutated inputs, {target.Name}, seed {Seed}", count);
        Figures.Add($"mutated inputs, {target.Name}, steps per byte at most", steepest);
        TestContext.Current.TestOutputHelper?.WriteLine($"{target.Name}: seed {Seed}, {count} inputs, {accepted} taken, {steepest:0.##} steps per byte at most, {watch.Elapsed}");

        // Damage so coarse that nothing passes, or so fine that everything does, tries nothing.
        Assert.InRange(accepted, 1, count - 1);
    }

    /// <summary>Tries one input.</summary>
    public static Parsed Try(MutationTarget target, byte[] input)
    {
        byte[] given = [.. input];
        var parsed = target.Parse(given);
        Assert.Equal(input, given);
        Assert.InRange(parsed.Steps, 0, StepsPerByte * (input.Length + 1L));
        return parsed;
    }

    /// <summary>Inputs that failed once, and such that are known to be hard.</summary>
    public static IEnumerable<string> KeptFor(MutationTarget target) => Directory.EnumerateFiles(Folder, Prefix(target) + "*.bin").Order(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    public static List<string> Kept() => [.. Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal)];

    private static string Keep(MutationTarget target, byte[] input)
    {
        var path = Path.Combine(Directory.CreateDirectory(Folder).FullName, Prefix(target) + Convert.ToHexStringLower(SHA256.HashData(input))[..8] + ".bin");
        File.WriteAllBytes(path, input);
        return path;
    }

    private static string Prefix(MutationTarget target) => target.Name.Replace(' ', '-') + "~";
}
