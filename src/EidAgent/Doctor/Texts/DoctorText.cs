namespace EidAgent.Doctor.Texts;

/// <summary>What is said of a finding.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Next">What to do; null where all is well.</param>
internal sealed record DoctorText(string Sentence, string? Next = null);
