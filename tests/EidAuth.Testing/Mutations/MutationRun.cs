using Xunit;

namespace EidAuth.Testing.Mutations;

/// <summary>A target under the damaged inputs of one seed: number by number, each made anew from seed and number alone.</summary>
public sealed class MutationRun(MutationTarget target, ulong seed)
{
    /// <summary>Steps a parser may take for each byte of its input.</summary>
    public const int StepsPerByte = 64;

    private readonly Mutator mutator = new(target.Seeds, target.Pieces);

    /// <summary>The input with that number.</summary>
    public MutatedInput Input(long index)
    {
        var dice = new Dice(seed, index);
        return target.Shape is { } shape && !dice.OneIn(10) ? shape(dice) : new MutatedInput(mutator.Make(dice), IsSignedAgain: false);
    }

    /// <summary>Tries inputs until one fails; that one is kept.</summary>
    /// <param name="from">The first number.</param>
    /// <param name="count">The number behind the last.</param>
    /// <param name="stride">Every how manyth, where threads share a run.</param>
    /// <param name="next">Is told the number before each; false ends the run.</param>
    public MutationTally Run(long from, long count, int stride, Func<long, bool> next)
    {
        var tally = new MutationTally();
        for (var index = from; index < count && next(index); index += stride)
        {
            var input = Input(index);
            try
            {
                var parsed = Try(target, input);
                tally.Count++;
                tally.Accepted += parsed.Accepted ? 1 : 0;
                tally.SignedAgain += input.IsSignedAgain ? 1 : 0;
                tally.Believed += parsed.Believed is { Count: > 0 } ? 1 : 0;
                tally.StepsPerByte = Math.Max(tally.StepsPerByte, (double)parsed.Steps / (input.Bytes.Length + 1));
                tally.Allocated = Math.Max(tally.Allocated, parsed.Allocated);
            }
            catch (Exception exception)
            {
                tally.Failure = new MutationFailure(index, input.Bytes.Length, KeptInputs.Keep(target, input.Bytes), exception);
                break;
            }
        }

        return tally;
    }

    /// <summary>Tries one input that was kept; nobody knows who signed it.</summary>
    public static Parsed Try(MutationTarget target, byte[] input) => Try(target, new MutatedInput(input, IsSignedAgain: true));

    /// <summary>Tries one input.</summary>
    public static Parsed Try(MutationTarget target, MutatedInput input)
    {
        byte[] given = [.. input.Bytes];
        var parsed = target.Parse(given);
        Assert.Equal(input.Bytes, given);
        Assert.InRange(parsed.Steps, 0, StepsPerByte * (input.Bytes.Length + 1L));
        if (target.AllocatedAtMost > 0)
        {
            Assert.InRange(parsed.Allocated, 0, target.AllocatedAtMost + ((long)target.AllocatedPerByte * input.Bytes.Length));
        }

        if (!input.IsSignedAgain)
        {
            Assert.All(parsed.Believed ?? [], bytes => Assert.True(target.IsOfSeeds(bytes), "A signature was believed over bytes that nobody signed."));
        }

        return parsed;
    }
}
