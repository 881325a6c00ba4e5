using EidAuth.Simulator.Pki;

namespace EidAuth.Simulator.Responder;

/// <summary>The bytes of an authority's own certificate, for those who follow caIssuers (RFC 5280 §4.2.2.1).</summary>
internal sealed class CertificateService(TestPki pki)
{
    public byte[] Certificate(CertificationAuthority authority, ResponderBehaviour behaviour)
    {
        var served = behaviour == ResponderBehaviour.OtherAuthority ? pki.OtherThan(authority) : authority;
        var der = served.Certificate.RawData;
        der[^1] ^= behaviour == ResponderBehaviour.BadSignature ? (byte)1 : (byte)0;
        return der;
    }
}
