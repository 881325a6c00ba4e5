using System.Security.Cryptography;
using System.Text;

namespace EidAuth.Simulator.Pki;

/// <summary>Serial numbers of 16 octets that begin 10 00 00 00, the Belgian habit; the first octet keeps them positive.</summary>
internal static class Serial
{
    public static byte[] Random() => [0x10, 0, 0, 0, .. RandomNumberGenerator.GetBytes(12)];

    /// <summary>The same serial for the same text: a certificate issued anew with the same content keeps its number.</summary>
    public static byte[] For(string content) => [0x10, 0, 0, 0, .. SHA256.HashData(Encoding.UTF8.GetBytes(content))[..12]];
}
