namespace EidAuth.UnitTests.Mutations;

/// <summary>A parser under damage.</summary>
/// <param name="Name">As in the figures and in the names of the kept inputs.</param>
/// <param name="Seeds">Good inputs, made by the code that makes cards.</param>
/// <param name="Pieces">How their parts are found.</param>
/// <param name="Parse">
/// Parses, asserts what must hold of any input, and gives the work it took in steps and whether the input was taken; throws only when something is wrong.
/// </param>
internal sealed record MutationTarget(string Name, IReadOnlyList<byte[]> Seeds, FindPieces Pieces, Func<byte[], Parsed> Parse)
{
    /// <summary>Which part of the usual count; less where one input is a whole session with its signatures.</summary>
    public double Share { get; init; } = 1;
}
