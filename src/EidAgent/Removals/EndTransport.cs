using System.Net;
using System.Net.Sockets;

namespace EidAgent.Removals;

/// <summary>
/// The one road out of the agent. To sites whose origin the citizen agreed to and the card signed: https with the system's certificate check, or http on this computer. No
/// redirect, cookie, credential, proxy or trace header; each post has a connection of its own.
/// </summary>
internal static class EndTransport
{
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        ActivityHeadersPropagator = null,
        MaxResponseHeadersLength = 16,
        MaxResponseDrainSize = 0,
        ConnectTimeout = EndPost.TryTime,
        PooledConnectionLifetime = TimeSpan.Zero,
        ConnectCallback = ConnectAsync,
    };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await (context.InitialRequestMessage.RequestUri!.Scheme == Uri.UriSchemeHttps
                ? socket.ConnectAsync(host, port, cancellation)
                : socket.ConnectAsync(Loopback(host), port, cancellation));
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Without TLS nothing proves who answers: a name such as town.localhost is not asked of a resolver, which could send it elsewhere.
    private static IPAddress[] Loopback(string host) =>
        !IPAddress.TryParse(host, out var address) ? [IPAddress.IPv6Loopback, IPAddress.Loopback]
        : IPAddress.IsLoopback(address) ? [address]
        : throw new HttpRequestException("Plain http goes to this computer only.");
}
