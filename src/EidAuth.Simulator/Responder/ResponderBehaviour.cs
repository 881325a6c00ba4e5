namespace EidAuth.Simulator.Responder;

/// <summary>How a service of the test PKI behaves. Closed; <c>docs/testers.md</c> has a row for each, with what a site makes of it.</summary>
public enum ResponderBehaviour
{
    /// <summary>As it should.</summary>
    Good,

    /// <summary>Any service: the right answer after <see cref="ResponderConduct.Delay"/>.</summary>
    Late,

    /// <summary>Any service: takes the request and never answers.</summary>
    Silent,

    /// <summary>Any service: the right answer, four bytes a second.</summary>
    Dripping,

    /// <summary>Any service: 256 MiB, announced in Content-Length and in DER.</summary>
    Huge,

    /// <summary>Any service: the right answer and zeros after it for ever, chunked.</summary>
    Endless,

    /// <summary>Any service: 47 KB under Content-Encoding gzip that become 48 MiB.</summary>
    GzipBomb,

    /// <summary>Any service: 200 with a page in HTML, as a hotel's network gives.</summary>
    Html,

    /// <summary>Any service: 307 to another host name, where the right answer is: who follows it gets it.</summary>
    Redirect,

    /// <summary>Any service: 500.</summary>
    ServerError,

    /// <summary>Any service: 404.</summary>
    NotFound,

    /// <summary>Any service: the right answer as text/plain.</summary>
    WrongContentType,

    /// <summary>Any service: the connection is reset instead of an answer.</summary>
    Reset,

    /// <summary>Any service: the connection is closed after half of what Content-Length promised.</summary>
    HalfWay,

    /// <summary>Any service: 200 and no byte.</summary>
    Empty,

    /// <summary>Any service: half of the right answer, as a complete HTTP answer.</summary>
    Truncated,

    /// <summary>Any service: one zero byte after the right answer.</summary>
    TrailingBytes,

    /// <summary>Any service: one bit of the signature is another.</summary>
    BadSignature,

    /// <summary>OCSP and CRL: right, but signed with SHA-1.</summary>
    Sha1Signature,

    /// <summary>OCSP and CRL: out of date since a day.</summary>
    Stale,

    /// <summary>OCSP and CRL: begins in a day.</summary>
    Future,

    /// <summary>OCSP and CRL: does not say when there will be a newer one.</summary>
    NoNextUpdate,

    /// <summary>OCSP and CRL: an unknown critical extension.</summary>
    UnknownCriticalExtension,

    /// <summary>OCSP and CRL: every certificate is revoked since a day, keyCompromise.</summary>
    Revoked,

    /// <summary>OCSP and CRL: every certificate is revoked from tomorrow on.</summary>
    RevokedInFuture,

    /// <summary>OCSP and CRL: every certificate is on hold since a day.</summary>
    OnHold,

    /// <summary>OCSP: no certificate is known.</summary>
    Unknown,

    /// <summary>OCSP: a nonce that nobody sent.</summary>
    WrongNonce,

    /// <summary>OCSP: no nonce. The EC responders never give one.</summary>
    NoNonce,

    /// <summary>OCSP: two answers for the same certificate, good and revoked.</summary>
    TwoAnswers,

    /// <summary>OCSP: an answer about another serial number.</summary>
    OtherSerial,

    /// <summary>OCSP: signed by the responder of another CA under the same root; for a root, of the other root.</summary>
    SiblingResponder,

    /// <summary>OCSP: signed by the root's responder. For a root that is the right one.</summary>
    RootResponder,

    /// <summary>OCSP: the responder's certificate ended yesterday.</summary>
    ExpiredDelegate,

    /// <summary>OCSP: the responder's certificate begins in a month.</summary>
    NotYetValidDelegate,

    /// <summary>OCSP: the responder's certificate lacks the purpose OCSPSigning.</summary>
    DelegateWithoutOcspSigning,

    /// <summary>OCSP: the responder's certificate lacks id-pkix-ocsp-nocheck.</summary>
    DelegateWithoutNoCheck,

    /// <summary>OCSP: signed with a citizen's own authentication certificate of that CA.</summary>
    CitizenAsResponder,

    /// <summary>OCSP: the unsigned status malformedRequest (1).</summary>
    MalformedRequest,

    /// <summary>OCSP: the unsigned status internalError (2).</summary>
    InternalError,

    /// <summary>OCSP: the unsigned status tryLater (3).</summary>
    TryLater,

    /// <summary>OCSP: tryLater for the next request, then good.</summary>
    TryLaterOnce,

    /// <summary>OCSP: the unsigned status sigRequired (5).</summary>
    SigRequired,

    /// <summary>OCSP: the unsigned status unauthorized (6).</summary>
    Unauthorized,

    /// <summary>CRL: in the CA's name, signed by another key.</summary>
    OtherKey,

    /// <summary>CRL: yesterday's list, with a lower number; still fresh. Only who saw a newer one can tell.</summary>
    RolledBack,

    /// <summary>CRL: a list of changes (deltaCRLIndicator).</summary>
    Delta,

    /// <summary>CRL: the right list with 100,000 more entries.</summary>
    LongList,

    /// <summary>CRL and caIssuers: another CA's list or certificate.</summary>
    OtherAuthority,
}
