using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>
/// Judges a token without network, clock or store: token → certificate profile → path to a pinned anchor → the token's signature. Thread-safe.
/// </summary>
/// <param name="anchors">The pinned roots.</param>
/// <param name="issuers">The issuing CAs at hand; verified ones from <c>chain</c> are added.</param>
public sealed class LoginVerifier(TrustAnchors anchors, IssuingCaStore issuers)
{
    /// <summary>Runs every check that needs no network.</summary>
    /// <param name="token">What came over the wire.</param>
    /// <param name="chain">Candidates from the card, never trusted.</param>
    /// <param name="message">The origin and challenge this site expects.</param>
    /// <param name="now">The verifier's clock.</param>
    public LoginVerdict Verify(LoginToken token, IReadOnlyList<byte[]> chain, LoginMessage message, DateTimeOffset now)
    {
        _ = (anchors, issuers);
        throw new NotImplementedException();
    }
}
