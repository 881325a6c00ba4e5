using EidAuth.Simulator.Pki;
using Microsoft.AspNetCore.Builder;

namespace EidAuth.Simulator.Responder;

/// <summary>The test PKI's OCSP responder (RFC 6960) on loopback: POST, delegated signers with nocheck, answers of 60 seconds.</summary>
public static class OcspResponder
{
    /// <summary>Builds the responder's host; the caller starts and stops it.</summary>
    /// <param name="pki">Who answers what.</param>
    /// <param name="port">Port on 127.0.0.1.</param>
    /// <param name="clock">producedAt and thisUpdate.</param>
    public static WebApplication Build(TestPki pki, int port, TimeProvider clock) => throw new NotImplementedException();
}
