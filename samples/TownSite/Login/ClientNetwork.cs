using System.Net;

namespace TownSite.Login;

/// <summary>Where a request comes from, as limits count it: of IPv6 the network of 64 bits, since a household has all addresses of one.</summary>
internal static class ClientNetwork
{
    public static string Of(HttpContext context)
    {
        // None behind a Unix socket without forwarded headers: then all are one.
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(Math.Min(bytes.Length, 8)).Clear();
        return new IPAddress(bytes).ToString();
    }
}
