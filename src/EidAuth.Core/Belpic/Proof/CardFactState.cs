namespace EidAuth.Belpic;

/// <summary>How far a <see cref="CardFact"/> got.</summary>
public enum CardFactState
{
    /// <summary>What it is about was not read, or the card does not have it: nothing is known, for or against.</summary>
    NotRead,

    /// <summary>A check that it rests on failed; <see cref="CardProof.Faults"/> says which.</summary>
    Unproven,

    /// <summary>Every check that it rests on holds.</summary>
    Proven,
}
