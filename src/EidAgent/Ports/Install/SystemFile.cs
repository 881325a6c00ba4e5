namespace EidAgent.Ports.Install;

/// <summary>A file of the system part: where it goes and what it says.</summary>
/// <param name="Path">Absolute.</param>
/// <param name="Content">UTF-8 text.</param>
internal sealed record SystemFile(string Path, string Content);
