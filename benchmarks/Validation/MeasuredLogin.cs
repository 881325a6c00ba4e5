using EidAuth.Login;
using EidAuth.Testing.Certificates;

namespace EidAuth.Benchmarks.Validation;

/// <summary>A login as it reaches the verifier, with the answer that the responder will give.</summary>
/// <param name="Certificate">The holder's.</param>
/// <param name="Token">Parsed.</param>
/// <param name="Message">Origin and challenge of this attempt.</param>
/// <param name="Chain">What came from the card with it.</param>
/// <param name="Answer">DER of the OCSPResponse, without nonce: the responders under Root CA6 repeat none, so it can be signed beforehand.</param>
internal sealed record MeasuredLogin(ForgedCertificate Certificate, LoginToken Token, LoginMessage Message, IReadOnlyList<byte[]> Chain, ReadOnlyMemory<byte> Answer);
