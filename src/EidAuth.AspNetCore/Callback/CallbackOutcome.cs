using EidAuth.AspNetCore.Challenges;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Callback;

/// <summary>How a callback ends.</summary>
internal abstract record CallbackOutcome
{
    private CallbackOutcome()
    {
    }

    /// <summary>A proven login for this challenge.</summary>
    public sealed record Accepted(VerifiedLogin Login, Challenge Challenge) : CallbackOutcome;

    /// <summary>No login; the challenge is null when none of this site was found.</summary>
    public sealed record Refused(EidRefusal Reason, Challenge? Challenge) : CallbackOutcome;
}
