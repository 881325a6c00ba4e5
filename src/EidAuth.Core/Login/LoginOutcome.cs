namespace EidAuth.Login;

/// <summary>How a whole verification ends.</summary>
public abstract record LoginOutcome
{
    private LoginOutcome()
    {
    }

    /// <summary>Proven.</summary>
    public sealed record Accepted(VerifiedLogin Login) : LoginOutcome;

    /// <summary>Refused.</summary>
    public sealed record Rejected(LoginRejection Reason) : LoginOutcome;
}
