namespace EidAuth.Login;

/// <summary>How the first half of a verification ends: everything that needs no network.</summary>
public abstract record LoginVerdict
{
    private LoginVerdict()
    {
    }

    /// <summary>Refused.</summary>
    public sealed record Rejected(LoginRejection Reason) : LoginVerdict;

    /// <summary>
    /// The token is signed by its certificate's key, but the issuing CA (or, above it, the pinned root's bytes) is not at hand. What is fetched goes
    /// first into <c>chain</c> of a second <see cref="LoginVerifier.Verify"/>, before what the token brought; nothing fetched means <see cref="LoginRejection.IssuerUnknown"/>.
    /// </summary>
    /// <param name="IssuerName">DER of the missing certificate's name.</param>
    /// <param name="KeyIdentifier">Authority key identifier, 20 bytes as a rule.</param>
    /// <param name="Address">Where it could be fetched, only when its host is on the list.</param>
    public sealed record MissingIssuer(ReadOnlyMemory<byte> IssuerName, ReadOnlyMemory<byte> KeyIdentifier, Uri? Address) : LoginVerdict
    {
        /// <summary>The name by which an operator finds it, "Citizen CA 202501" or "Belgium Root CA6"; null when the name is of no such form. Fit for a log.</summary>
        public string? DisplayName { get; init; }
    }

    /// <summary>All held; revocation is still to be asked.</summary>
    public sealed record Pending(PendingLogin Login) : LoginVerdict;
}
