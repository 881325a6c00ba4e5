using EidAuth.Pki;

namespace EidAuth.Belpic;

/// <summary>Whether a card's data is genuine, check by check. Pure: what was read, anchors and a time in, a judgement out.</summary>
/// <remarks>Revocation of the National Register's certificate is not asked: that needs the network, and only its root's list would say it.</remarks>
public sealed record CardProof
{
    /// <summary>What does not hold; empty when everything that was read is proven. Each at most once.</summary>
    public required IReadOnlyList<CardProofFault> Faults { get; init; }

    /// <summary>What holds less than it seems.</summary>
    public required IReadOnlyList<CardProofRemark> Remarks { get; init; }

    /// <summary>Each fact's state.</summary>
    public required IReadOnlyDictionary<CardFact, CardFactState> Facts { get; init; }

    /// <summary>Everything that was read is proven. What was not read is not in it: <see cref="Facts"/> says what was.</summary>
    public bool IsGenuine => Faults.Count == 0;

    /// <summary>Proven under test anchors: proves nothing about a person.</summary>
    public required bool IsTest { get; init; }

    /// <summary>That fact is proven.</summary>
    public bool IsProven(CardFact fact) => Facts[fact] == CardFactState.Proven;

    /// <summary>Judges what was read with <see cref="CardParts.Proof"/>; what was not read is not judged, and nothing at all is not genuine.</summary>
    /// <param name="content">What a card, or somebody who read one, says it holds, parsed from its bytes.</param>
    /// <param name="anchors">The roots the National Register's certificate may stand under.</param>
    /// <param name="now">The time of the judgement.</param>
    /// <param name="expected">What must be there: a part that is not, or could not be parsed, is a fault.</param>
    public static CardProof Judge(CardContent content, TrustAnchors anchors, DateTimeOffset now, CardParts expected = CardParts.None)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(anchors);
        return new CardExamination(content, anchors, now).Judge(expected);
    }
}
