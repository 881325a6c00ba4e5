namespace EidAuth.Pki;

/// <summary>One question for one responder (RFC 6960 §4.1).</summary>
public sealed class OcspQuestion
{
    internal OcspQuestion(Uri address, ReadOnlyMemory<byte> request) => (Address, Request) = (address, request);

    /// <summary>The responder's address, from a verified certificate and with a host on the list.</summary>
    public Uri Address { get; }

    /// <summary>DER of the OCSPRequest; goes out by POST as application/ocsp-request. Holds a serial number: never to be logged.</summary>
    public ReadOnlyMemory<byte> Request { get; }
}
