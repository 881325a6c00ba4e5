namespace EidAgent.Peer;

/// <summary>A row of the kernel's table.</summary>
/// <param name="User">The number of its owner.</param>
/// <param name="Inode">Names the socket among the descriptors of processes.</param>
internal sealed record ListeningSocket(uint User, ulong Inode);
