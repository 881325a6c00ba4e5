namespace EidAuth.Pki;

/// <summary>What reading came to: a list or a defect, never both.</summary>
/// <param name="List">The list.</param>
/// <param name="Defect">Why there is none.</param>
/// <param name="Steps">
/// The work, counted from above: a byte looked at is one, a byte hashed is one, a look into the window is one, and sorting n entries is 2 n log n. Never more
/// than 64 for each byte.
/// </param>
internal readonly record struct CrlReading(CertificateList? List, CrlDefect? Defect, long Steps);
