using System.Security.Cryptography;

namespace EidAuth.Testing.Mutations;

/// <summary>A parser under damage.</summary>
/// <param name="Name">As in the figures and in the names of the kept inputs.</param>
/// <param name="Seeds">Good inputs, made by the code that makes cards, certificates, answers; the same bytes in every process.</param>
/// <param name="Pieces">How their parts are found.</param>
/// <param name="Parse">
/// Parses, asserts what must hold of any input, and gives the work it took in steps and whether the input was taken; throws only when something is wrong.
/// </param>
public sealed record MutationTarget(string Name, IReadOnlyList<byte[]> Seeds, FindPieces Pieces, Func<byte[], Parsed> Parse)
{
    private readonly Lazy<HashSet<string>> signed = new(() =>
        [.. Seeds.SelectMany(seed => Parse(seed).Believed ?? []).Select(bytes => Convert.ToHexString(SHA256.HashData(bytes.Span)))]);

    /// <summary>What else was signed by the makers of the good inputs, though nobody believes it there.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> AlsoSigned { get; init; } = [];

    /// <summary>Which part of the usual count; less where one input is a whole session with its signatures.</summary>
    public double Share { get; init; } = 1;

    /// <summary>Damage that knows the format better than <see cref="Pieces"/>: nine inputs in ten are made by it. Null for none.</summary>
    public Func<Dice, MutatedInput>? Shape { get; init; }

    /// <summary>Bytes that parsing may allocate, whatever its input; 0 where they are not counted.</summary>
    public int AllocatedAtMost { get; init; }

    /// <summary>Bytes that it may allocate more for each byte of its input.</summary>
    public int AllocatedPerByte { get; init; }

    /// <summary>These bytes were signed by the makers of the good inputs.</summary>
    public bool IsOfSeeds(ReadOnlyMemory<byte> bytes) =>
        signed.Value.Contains(Convert.ToHexString(SHA256.HashData(bytes.Span))) || AlsoSigned.Any(other => other.Span.SequenceEqual(bytes.Span));
}
