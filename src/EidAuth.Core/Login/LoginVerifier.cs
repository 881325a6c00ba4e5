using EidAuth.Pki;

namespace EidAuth.Login;

/// <summary>
/// Judges a token without network, clock or store: token → certificate profile → path to a pinned anchor → the token's signature. Thread-safe.
/// </summary>
/// <param name="anchors">The pinned roots.</param>
/// <param name="issuers">The issuing CAs at hand; verified ones from <c>chain</c> are added.</param>
public sealed class LoginVerifier(TrustAnchors anchors, IssuingCaStore issuers)
{
    private readonly CertificatePath path = new(anchors, issuers);

    /// <summary>
    /// Refuse certificates under Root CA6 whose policy is not on the list. Left out, they are accepted and reported (<see cref="VerifiedLogin.HasUnlistedPolicy"/>),
    /// because public sources disagree about the policies of these certificates.
    /// </summary>
    public bool RefuseUnlistedPolicies { get; init; }

    /// <summary>Runs every check that needs no network.</summary>
    /// <remarks>After <see cref="LoginVerdict.MissingIssuer"/>, what was fetched is put first into <paramref name="chain"/> and this is called again.</remarks>
    /// <param name="token">What came over the wire.</param>
    /// <param name="chain">Candidates from the card or a fetch, never trusted; at most six are looked at: four of a card, an issuing CA and a root that were fetched.</param>
    /// <param name="message">The origin and challenge this site expects.</param>
    /// <param name="now">The verifier's clock.</param>
    public LoginVerdict Verify(LoginToken token, IReadOnlyList<byte[]> chain, LoginMessage message, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(token);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(message);

        if (!Certificate.TryRead(token.UnverifiedCertificate, out var certificate))
        {
            return Refuse(LoginRejection.CertificateMalformed);
        }

        if (CheckHolder(certificate!, now, out var number) is { } refusal)
        {
            return Refuse(refusal);
        }

        var work = default(PathWork);
        return path.Find(certificate!, chain, now, ref work) switch
        {
            PathOutcome.Found found => Conclude(token, certificate!, number, found.Issuer, message, now),
            PathOutcome.Missing missing => Miss(token, certificate!, missing.Below, message),
            PathOutcome.Refused refused => Refuse(refused.Reason),
            _ => Refuse(LoginRejection.ChainUntrusted),
        };
    }

    // What the certificate says of itself. Cheap, and before any signature is verified.
    private static LoginRejection? CheckHolder(Certificate certificate, DateTimeOffset now, out NationalNumber number)
    {
        number = default;
        if (PathRules.Login.CheckLeaf(certificate, now) is { } defect)
        {
            return PathRefusal.OfLeaf(defect);
        }

        return NationalNumber.TryParse(SubjectName.Single(certificate.Subject, Oid.SerialNumber), out number) ? null : LoginRejection.NationalNumber;
    }

    private LoginVerdict Conclude(LoginToken token, Certificate certificate, NationalNumber number, IssuingCa issuer, LoginMessage message, DateTimeOffset now)
    {
        var policy = PathRules.Login.JudgePolicies(certificate, issuer.Anchor.Policies);
        if (policy == PolicyVerdict.Refused || (policy == PolicyVerdict.Unlisted && RefuseUnlistedPolicies))
        {
            return Refuse(LoginRejection.Policy);
        }

        if (TokenSignature.Check(token, certificate, message) is { } refusal)
        {
            return Refuse(refusal);
        }

        // From here on there is a proven holder: only now may an address of the certificate be used.
        return new LoginVerdict.Pending(new PendingLogin(
            new RevocationQuestion(certificate, issuer.Authority, isIssuer: false, anchors.IsTest),
            new RevocationQuestion(issuer.Authority.Certificate, issuer.Root, isIssuer: true, anchors.IsTest),
            new ProvenHolder(
                number.Digits,
                HolderName.Read(certificate, Oid.GivenName),
                HolderName.Read(certificate, Oid.Surname),
                policy == PolicyVerdict.Unlisted,
                anchors.IsTest),
            issuer,
            anchors));
    }

    // Possession is proven first, so that nobody can make a site fetch for certificates he only copied.
    private LoginVerdict Miss(LoginToken token, Certificate certificate, Certificate below, LoginMessage message) =>
        TokenSignature.Check(token, certificate, message) is { } refusal
            ? Refuse(refusal)
            : new LoginVerdict.MissingIssuer(
                below.Issuer.ToArray(),
                below.Extensions.AuthorityKeyIdentifier.ToArray(),
                AllowedAddress.OfIssuer(below, anchors.IsTest))
            {
                DisplayName = AuthorityName.Of(below.Issuer),
            };

    private static LoginVerdict.Rejected Refuse(LoginRejection reason) => new(reason);
}
