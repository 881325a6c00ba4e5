namespace EidAgent.Pages;

/// <summary>A heading and a sentence or two.</summary>
internal sealed record PageText(string Heading, string Explanation);
