using EidAuth.Pki;

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
    public sealed record Rejected(LoginRejection Reason) : LoginOutcome
    {
        /// <summary>What was said about the holder's certificate, where the refusal came so far; null when nothing whose signature held.</summary>
        public RevocationEvidence? HolderEvidence { get; init; }

        /// <summary>The same about the issuing CA.</summary>
        public RevocationEvidence? IssuerEvidence { get; init; }
    }
}
