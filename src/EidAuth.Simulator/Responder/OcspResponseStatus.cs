namespace EidAuth.Simulator.Responder;

/// <summary>OCSPResponseStatus (RFC 6960 §4.2.1), the ones this responder gives.</summary>
internal enum OcspResponseStatus
{
    Successful = 0,
    MalformedRequest = 1,
    Unauthorized = 6,
}
