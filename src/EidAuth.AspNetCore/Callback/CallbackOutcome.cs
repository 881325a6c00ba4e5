using EidAuth.AspNetCore.Challenges;
using EidAuth.Login;
using EidAuth.Pki;

namespace EidAuth.AspNetCore.Callback;

/// <summary>How a callback ends.</summary>
internal abstract record CallbackOutcome
{
    private CallbackOutcome()
    {
    }

    /// <summary>A proven login for this challenge, with the fields that were asked for and given, proven too; null when there are none.</summary>
    public sealed record Accepted(VerifiedLogin Login, ProvenFields? Fields, Challenge Challenge) : CallbackOutcome;

    /// <summary>No login; the challenge is null when none of this site was found.</summary>
    public sealed record Refused(EidRefusal Reason, Challenge? Challenge) : CallbackOutcome
    {
        /// <summary>What was said about the holder's certificate, if it came to that.</summary>
        public RevocationEvidence? HolderEvidence { get; init; }

        /// <summary>The same about the issuing CA.</summary>
        public RevocationEvidence? IssuerEvidence { get; init; }
    }
}
