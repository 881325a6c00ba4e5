namespace EidAuth.Pki;

/// <summary>What a <see cref="RevocationCheck"/> wants next.</summary>
public abstract record RevocationStep
{
    private RevocationStep()
    {
    }

    /// <summary>Ask this responder; the body goes to <see cref="RevocationCheck.TakeAnswer"/>, an empty one when there was none.</summary>
    public sealed record AskResponder(OcspQuestion Question) : RevocationStep;

    /// <summary>Fetch this list into the store (<see cref="CrlStore.TakeAsync"/>), then call <see cref="RevocationCheck.ListTried"/>, whatever became of it.</summary>
    public sealed record FetchList(CrlQuestion Question) : RevocationStep;

    /// <summary>Nothing more: this is what was found.</summary>
    public sealed record Conclude(RevocationFinding Finding) : RevocationStep;
}
