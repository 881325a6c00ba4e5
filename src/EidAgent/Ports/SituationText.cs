namespace EidAgent.Ports;

/// <summary>Says why no agent of this person answers, and what to do.</summary>
/// <param name="Heading">What is the matter.</param>
/// <param name="Explanation">What that means.</param>
/// <param name="Remedy">What the person does.</param>
/// <param name="Otherwise">What somebody else can do, or what to do when that does not help.</param>
internal sealed record SituationText(string Heading, string Explanation, string Remedy, string Otherwise);
