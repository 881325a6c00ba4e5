using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using EidAuth.Fuzz;
using Xunit;

namespace EidAuth.UnitTests.Mutations;

/// <summary>No bytes make a parser of the card's side throw anything but what it documents, or work longer than its input is long.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class MutationTests
{
    public static TheoryData<string> Targets => MutationTargets.Names;

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mutated_input_never_throws_and_costs_little(string target) =>
        MutationCheck.Run(MutationTargets.Of(target), MutationCheck.IsLong ? MutationCheck.LongOverAll / MutationTargets.All.Sum(one => one.Share) : MutationCheck.Ordinary);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Good_input_is_taken(string target)
    {
        var tried = MutationTargets.Of(target);
        Assert.Contains(tried.Seeds, seed => MutationRun.Try(tried, seed).Accepted);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_failed_once_fails_no_more(string target)
    {
        var tried = MutationTargets.Of(target);
        foreach (var file in KeptInputs.Of(tried))
        {
            MutationRun.Try(tried, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Every_kept_input_belongs_to_a_target()
    {
        var kept = KeptInputs.All();
        Assert.NotEmpty(kept);
        Assert.Equal(kept, MutationTargets.All.Concat(FuzzTargets.All).SelectMany(KeptInputs.Of).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_seed_means_the_same_inputs()
    {
        var target = MutationTargets.Of("card data");
        static List<string> Inputs(MutationTarget target, ulong seed)
        {
            var run = new MutationRun(target, seed);
            return [.. Enumerable.Range(0, 200).Select(index => Convert.ToHexString(run.Input(index).Bytes))];
        }

        Assert.Equal(Inputs(target, 1), Inputs(target, 1));
        Assert.NotEqual(Inputs(target, 1), Inputs(target, 2));
    }

    [Fact]
    public void A_parser_that_throws_or_toils_is_found_and_its_input_kept()
    {
        // Both defects sit behind one byte in a thousand inputs or so.
        foreach (var bad in new Func<byte[], Parsed>[]
        {
            input => input is [.., 0x7F, _] ? throw new FormatException() : new(true, 1),
            input => input is [.., 0x7F, _] ? new(true, 65L * (input.Length + 1)) : new(input.Length > 8, 1),
        })
        {
            var target = new MutationTarget("a test's own", [new byte[40]], Pieces.None, bad);
            var failure = Assert.ThrowsAny<Exception>(() => MutationCheck.Run(target, MutationCheck.Ordinary));
            Assert.Contains("kept as", failure.Message, StringComparison.Ordinal);
            var kept = Assert.Single(KeptInputs.Of(target));
            File.Delete(kept);
        }
    }
}
