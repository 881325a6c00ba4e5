namespace EidAgent.Service;

/// <summary>A listening socket that whoever started the agent holds open and handed over.</summary>
/// <param name="Descriptor">The file descriptor, closed in every program that the agent starts.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Port">Port of <see cref="InheritedSocketKind.Loopback"/>; 0 for the others.</param>
internal sealed record InheritedSocket(int Descriptor, InheritedSocketKind Kind, int Port);
