using System.Net;
using System.Text;

namespace EidAuth.Pki;

/// <summary>
/// The addresses in certificates that may be asked: http, default port, a host from a fixed list compared exactly. Under test anchors it is a loopback address
/// and any port instead. Everything else gets no traffic at all, whoever signed it.
/// </summary>
internal static class AllowedAddress
{
    private const int MaximumLength = 200;

    private static readonly string[] Responders = ["ocsp.eid.belgium.be", "ocsp.eidpki.belgium.be"];
    private static readonly string[] Repositories = ["crt.eidpki.belgium.be", "certs.eid.belgium.be"];

    private static readonly string[] Lists = ["crl.eid.belgium.be", "crl.eidpki.belgium.be"];

    /// <summary>The first OCSP responder that may be asked about this certificate.</summary>
    public static Uri? OfResponder(Certificate certificate, bool isTest) => First(certificate.Extensions.Locations(Oid.Ocsp), Responders, isTest);

    /// <summary>The first address from which its issuer's certificate may be fetched.</summary>
    public static Uri? OfIssuer(Certificate certificate, bool isTest) => First(certificate.Extensions.Locations(Oid.CaIssuers), Repositories, isTest);

    /// <summary>The first address from which the revocation list that covers this certificate may be fetched.</summary>
    public static Uri? OfList(Certificate certificate, bool isTest) =>
        First(new DistributionPoints(certificate.Extensions.DistributionPoints).Locations(), Lists, isTest);

    private static Uri? First(IEnumerable<ReadOnlyMemory<byte>> locations, string[] hosts, bool isTest)
    {
        foreach (var location in locations)
        {
            if (TryRead(location.Span, hosts, isTest, out var address))
            {
                return address;
            }
        }

        return null;
    }

    private static bool TryRead(ReadOnlySpan<byte> location, string[] hosts, bool isTest, out Uri? address)
    {
        address = null;
        if (location.Length > MaximumLength || !location.StartsWith("http://"u8))
        {
            return false;
        }

        var authority = location[7..];
        var path = authority.IndexOf((byte)'/');
        var host = path < 0 ? authority : authority[..path];
        if ((path >= 0 && !IsPath(authority[path..])) || !(isTest ? IsLoopback(host) : IsListed(host, hosts)))
        {
            return false;
        }

        return Uri.TryCreate(Encoding.ASCII.GetString(location), UriKind.Absolute, out address);
    }

    // Plain segments only: no query, no encoding, no dot segment.
    private static bool IsPath(ReadOnlySpan<byte> path)
    {
        foreach (var part in path)
        {
            if (!char.IsAsciiLetterOrDigit((char)part) && part is not ((byte)'/' or (byte)'-' or (byte)'_' or (byte)'.'))
            {
                return false;
            }
        }

        return path.IndexOf("/."u8) < 0;
    }

    private static bool IsListed(ReadOnlySpan<byte> host, string[] hosts)
    {
        foreach (var listed in hosts)
        {
            if (Ascii.Equals(host, listed))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLoopback(ReadOnlySpan<byte> authority)
    {
        var text = Encoding.ASCII.GetString(authority);
        if (!IPEndPoint.TryParse(text, out var end) || !IPAddress.IsLoopback(end.Address) || end.Address.IsIPv4MappedToIPv6)
        {
            return false;
        }

        // The end point must write itself as it was read: no octal, no short form.
        var host = end.Address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{end.Address}]" : end.Address.ToString();
        return text == host || text == $"{host}:{end.Port}";
    }
}
