namespace EidAuth.Login;

/// <summary>What became of <see cref="PostedFields"/>.</summary>
public abstract record FieldsVerdict
{
    private FieldsVerdict()
    {
    }

    /// <summary>All of it is proven.</summary>
    public sealed record Proven(ProvenFields Fields) : FieldsVerdict;

    /// <summary>Nothing of it counts, not even a part that is proven.</summary>
    public sealed record Rejected(FieldsRejection Reason) : FieldsVerdict;
}
