namespace EidAuth.Pki;

/// <summary>What a search for a path comes to.</summary>
public abstract record PathResult
{
    private PathResult()
    {
    }

    /// <summary>Signatures that were verified, and keys of issuers that could not be made, which costs as much.</summary>
    public required int Signatures { get; init; }

    /// <summary>Candidates and names that were looked at.</summary>
    public required int Steps { get; init; }

    /// <summary>A path.</summary>
    /// <param name="Certificates">DER, leaf first, without the anchor.</param>
    /// <param name="Anchor">Where it ends.</param>
    public sealed record Verified(IReadOnlyList<ReadOnlyMemory<byte>> Certificates, PathAnchor Anchor) : PathResult
    {
        /// <summary>The leaf's policy is not on the list of <see cref="BelgianProfiles"/> but in an arc where one is expected (Root CA6 only).</summary>
        public bool HasUnlistedPolicy { get; init; }
    }

    /// <summary>None.</summary>
    public sealed record Refused(PathDefect Reason) : PathResult;
}
