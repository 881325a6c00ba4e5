namespace EidAuth.Belpic;

/// <summary>What was read from a card, and whether it is genuine. The content is only as good as the proof says.</summary>
public sealed record CardReading(CardContent Content, CardProof Proof)
{
    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(CardReading);
}
