using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>The bytes of an OCSP answer: of the right one, or of the one that a behaviour makes of it.</summary>
internal sealed class OcspService(TestPki pki, OcspSigners signers, TimeProvider clock)
{
    public byte[] Answer(CertificationAuthority authority, byte[] body, ResponderBehaviour behaviour)
    {
        if (UnsignedStatus(behaviour) is { } status)
        {
            return OcspAnswer.Unsigned(status);
        }

        if (!OcspRequest.TryParse(body, out var request))
        {
            return OcspAnswer.Unsigned(OcspResponseStatus.MalformedRequest);
        }

        return request.Certificates.All(certificate => certificate.IsFor(authority.Certificate))
            ? new OcspAnswer(signers.Of(authority, behaviour)).Signed(
                request,
                certificate => pki.StatusOf(PkiAddresses.OcspPath(authority.Name), certificate.SerialNumber),
                clock.GetUtcNow(),
                AnswerVariant.Of(behaviour))
            : OcspAnswer.Unsigned(OcspResponseStatus.Unauthorized);
    }

    private static OcspResponseStatus? UnsignedStatus(ResponderBehaviour behaviour) => behaviour switch
    {
        ResponderBehaviour.MalformedRequest => OcspResponseStatus.MalformedRequest,
        ResponderBehaviour.InternalError => OcspResponseStatus.InternalError,
        ResponderBehaviour.TryLater or ResponderBehaviour.TryLaterOnce => OcspResponseStatus.TryLater,
        ResponderBehaviour.SigRequired => OcspResponseStatus.SigRequired,
        ResponderBehaviour.Unauthorized => OcspResponseStatus.Unauthorized,
        _ => null,
    };
}
