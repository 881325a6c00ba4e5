using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>A login that waits for the answers about revocation. It names what must be asked; only <see cref="Complete"/> makes a <see cref="VerifiedLogin"/>.</summary>
public sealed class PendingLogin
{
    internal PendingLogin(OcspQuestion holder, OcspQuestion? issuer) => (Holder, Issuer) = (holder, issuer);

    /// <summary>The question about the holder's certificate, for its issuing CA's responder.</summary>
    public OcspQuestion Holder { get; }

    /// <summary>The question about the issuing CA, for the root's responder; null when a fresh answer is already held.</summary>
    public OcspQuestion? Issuer { get; }

    /// <summary>Judges the answers at <paramref name="now"/>. A missing answer is <see cref="LoginRejection.OcspUnavailable"/>, never a pass.</summary>
    /// <param name="holderResponse">The body the responder sent for <see cref="Holder"/>, DER; empty when there was none.</param>
    /// <param name="issuerResponse">The body for <see cref="Issuer"/>; empty when there was none or nothing was asked.</param>
    /// <param name="now">The verifier's clock.</param>
    public LoginOutcome Complete(ReadOnlyMemory<byte> holderResponse, ReadOnlyMemory<byte> issuerResponse, DateTimeOffset now) => throw new NotImplementedException();
}
