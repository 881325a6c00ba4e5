namespace EidAuth.E2ETests.Browsers;

/// <summary>The town's site as browsers must see it: an invented host on this machine that counts as a public one.</summary>
/// <param name="Host">Resolved to 127.0.0.1 by the browser alone.</param>
/// <param name="Port">Its port; pages from it belong to the public address space, so Local Network Access applies.</param>
/// <param name="KeyPin">SHA-256 of its certificate's SubjectPublicKeyInfo, base64: the one certificate that is accepted without a known root.</param>
internal sealed record TownAddress(string Host, int Port, string KeyPin);
