namespace EidAuth.Pki;

/// <summary>What became of a list that was offered to <see cref="CrlStore"/>.</summary>
/// <param name="Defect">Why it was refused; null when it is held now.</param>
/// <param name="Evidence">Which list it was, once its signature held; null before.</param>
/// <param name="IsInFolder">It was written to the folder too.</param>
public sealed record CrlIntake(CrlDefect? Defect, CrlEvidence? Evidence, bool IsInFolder);
