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
        /// <summary>
        /// When the responder signed its answer about the holder, if one came whose signature held. A site that refuses everybody as
        /// <see cref="LoginRejection.OcspStale"/> finds its own clock wrong by it.
        /// </summary>
        public DateTimeOffset? ProducedAt { get; init; }
    }
}
