using System.Net;

namespace EidAgent.Service;

/// <summary>What the kernel says of a descriptor.</summary>
/// <param name="Family">AF_*.</param>
/// <param name="Type">SOCK_*.</param>
/// <param name="Listens">SO_ACCEPTCONN.</param>
/// <param name="Address">Where it is bound; null for other families than IPv4.</param>
internal sealed record SocketFacts(int Family, int Type, bool Listens, IPEndPoint? Address)
{
    public const int Unix = 1;
    public const int Internet = 2;
    public const int Stream = 1;
}
