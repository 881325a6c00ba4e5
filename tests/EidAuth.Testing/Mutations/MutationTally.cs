namespace EidAuth.Testing.Mutations;

/// <summary>What a run saw. One thread's at a time; added up in the end.</summary>
public sealed class MutationTally
{
    /// <summary>Inputs tried.</summary>
    public long Count { get; set; }

    /// <summary>Inputs taken.</summary>
    public long Accepted { get; set; }

    /// <summary>Inputs that were signed again.</summary>
    public long SignedAgain { get; set; }

    /// <summary>Inputs in which a signature was believed.</summary>
    public long Believed { get; set; }

    /// <summary>The most steps for each byte of an input.</summary>
    public double StepsPerByte { get; set; }

    /// <summary>The most bytes allocated for one input.</summary>
    public long Allocated { get; set; }

    /// <summary>The first input that failed, by its number; null for none.</summary>
    public MutationFailure? Failure { get; set; }

    /// <summary>Adds another.</summary>
    public void Add(MutationTally other)
    {
        Count += other.Count;
        Accepted += other.Accepted;
        SignedAgain += other.SignedAgain;
        Believed += other.Believed;
        StepsPerByte = Math.Max(StepsPerByte, other.StepsPerByte);
        Allocated = Math.Max(Allocated, other.Allocated);
        Failure = Failure is { } mine && (other.Failure is not { } its || mine.Index <= its.Index) ? Failure : other.Failure;
    }
}
