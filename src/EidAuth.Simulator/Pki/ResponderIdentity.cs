using System.Security.Cryptography.X509Certificates;

namespace EidAuth.Simulator.Pki;

/// <summary>What a delegated OCSP responder is.</summary>
/// <param name="Path">The path of its address, for example /ocsp/citizen-ec.</param>
/// <param name="Issuer">The CA it speaks for.</param>
/// <param name="Responder">Its certificate with the private key: OCSPSigning, nocheck, signed by that CA.</param>
public sealed record ResponderIdentity(string Path, X509Certificate2 Issuer, X509Certificate2 Responder);
