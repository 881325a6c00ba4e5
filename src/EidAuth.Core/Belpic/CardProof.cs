using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>Whether a card's data is genuine, check by check. Pure: what was read, anchors and a time in, a judgement out.</summary>
public sealed record CardProof
{
    /// <summary>What does not hold; empty when everything that was read is proven.</summary>
    public required IReadOnlyList<CardProofFault> Faults { get; init; }

    /// <summary>Everything that was read is proven.</summary>
    public bool IsGenuine => Faults.Count == 0;

    /// <summary>Proven under test anchors: proves nothing about a person.</summary>
    public required bool IsTest { get; init; }

    /// <summary>Judges what was read with <see cref="CardParts.Proof"/>.</summary>
    public static CardProof Judge(CardContent content, TrustAnchors anchors, DateTimeOffset now) => throw new NotImplementedException();
}
