namespace EidAuth.Testing.Mutations;

/// <summary>What a parser did with one input.</summary>
/// <param name="Accepted">It took it.</param>
/// <param name="Steps">How often it went round a loop, called itself or read an element.</param>
public readonly record struct Parsed(bool Accepted, long Steps)
{
    /// <summary>Bytes that it allocated; 0 where nobody counts.</summary>
    public long Allocated { get; init; }

    /// <summary>The bytes whose signatures it believed; null for none.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Believed { get; init; }
}
