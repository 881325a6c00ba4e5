using EidAuth.Login;

namespace EidAuth.Pki;

/// <summary>What an OCSP answer comes to.</summary>
/// <param name="Rejection">Why it does not let the certificate pass; null for a fresh, verified "good".</param>
/// <param name="Answer">Its times, once its signature held; null before.</param>
internal readonly record struct OcspVerdict(LoginRejection? Rejection, OcspAnswer? Answer);
