using EidAuth.Fuzz;
using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Mutations;
using EidAuth.UnitTests.Mutations;
using Xunit;

namespace EidAuth.UnitTests.Fuzzing;

/// <summary>
/// No bytes that somebody sends make a parser of a login throw, work or take memory out of proportion, or believe a signature over what nobody signed. The long run
/// is the program's: <c>tests/EidAuth.Fuzz</c>.
/// </summary>
[Trait("Group", TestGroup.Trust)]
public sealed class FuzzTests
{
    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mutated_input_never_throws_and_costs_little(string target) => MutationCheck.Run(FuzzTargets.Of(target), MutationCheck.Ordinary);

    [Theory]
    [MemberData(nameof(Targets))]
    public void Good_input_is_taken(string target)
    {
        var tried = FuzzTargets.Of(target);
        Assert.Contains(tried.Seeds, seed => MutationRun.Try(tried, seed).Accepted);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void What_failed_once_fails_no_more(string target)
    {
        var tried = FuzzTargets.Of(target);
        foreach (var file in KeptInputs.Of(tried))
        {
            MutationRun.Try(tried, File.ReadAllBytes(file));
        }
    }

    [Fact]
    public void Steps_are_counted_here()
    {
        Assert.True(DerSteps.AreCounted);
        var before = DerSteps.Taken;
        var reader = new DerReader(Convert.FromHexString("3003020101"));
        Assert.True(reader.TryEnter(DerTag.Sequence, out var inside) && inside.TryReadInteger(out _));
        Assert.Equal(2, DerSteps.Taken - before);
    }

    [Theory]
    [InlineData("path")]
    [InlineData("ocsp-response")]
    [InlineData("crl")]
    [InlineData("login")]
    public void Some_inputs_get_past_the_signatures_signed_again_and_some_as_they_were(string target)
    {
        var (tried, run) = (FuzzTargets.Of(target), new MutationRun(FuzzTargets.Of(target), 1));
        var believed = Enumerable.Range(0, 2_000).Select(number => run.Input(number))
            .Where(input => MutationRun.Try(tried, input).Believed is { Count: > 0 })
            .Select(input => input.IsSignedAgain)
            .ToList();

        Assert.Contains(true, believed);
        Assert.Contains(false, believed);
    }

    [Fact]
    public void A_signature_that_is_believed_over_other_bytes_is_found()
    {
        var gullible = new MutationTarget("a gullible one", [[1, 2, 3, 4]], Pieces.None, input => new Parsed(true, 1) { Believed = [input] });
        MutationRun.Try(gullible, new MutatedInput([1, 2, 3, 4], IsSignedAgain: false));
        MutationRun.Try(gullible, new MutatedInput([1, 2, 3, 5], IsSignedAgain: true));

        Assert.ThrowsAny<Exception>(() => MutationRun.Try(gullible, new MutatedInput([1, 2, 3, 5], IsSignedAgain: false)));
    }

    [Fact]
    public void A_parser_that_takes_memory_out_of_proportion_is_found()
    {
        var greedy = new MutationTarget("a greedy one", [[1]], Pieces.None, input => new Parsed(true, 1) { Allocated = input.Length > 8 ? 1_000 : 10 }) { AllocatedAtMost = 100, AllocatedPerByte = 2 };
        MutationRun.Try(greedy, new byte[8]);

        Assert.ThrowsAny<Exception>(() => MutationRun.Try(greedy, new byte[9]));
    }
}
