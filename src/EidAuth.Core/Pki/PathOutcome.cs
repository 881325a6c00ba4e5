using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>How the search for a path ends.</summary>
internal abstract record PathOutcome
{
    private PathOutcome()
    {
    }

    /// <summary>A path: this CA signed the certificate, and its root is pinned.</summary>
    public sealed record Found(IssuingCa Issuer) : PathOutcome;

    /// <summary>A certificate above is not at hand: the issuer's, or the root's bytes.</summary>
    /// <param name="Below">The certificate whose issuer is missing.</param>
    public sealed record Missing(Certificate Below) : PathOutcome;

    /// <summary>There is no path.</summary>
    public sealed record Refused(LoginRejection Reason) : PathOutcome;
}
