namespace EidAgent.Service.Installation;

/// <summary>A file of an entry, or a link to one.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Content">What is in it; of a link, where it leads.</param>
/// <param name="IsLink">It is a symbolic link.</param>
internal sealed record EntryFile(string Path, string Content, bool IsLink = false);
