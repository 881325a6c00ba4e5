using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EidAuth.Login;

namespace EidAuth.AspNetCore.Callback;

/// <summary>What the agent says when a card leaves (docs/protocol.md, section 5). The site gives it away in the request and keeps its hash.</summary>
internal static class EndText
{
    /// <summary>43 characters of base64url.</summary>
    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LoginFormat.EndBytes));

    /// <summary>SHA-256 of the text, 43 characters of base64url.</summary>
    public static string HashOf(string end) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(end)));
}
