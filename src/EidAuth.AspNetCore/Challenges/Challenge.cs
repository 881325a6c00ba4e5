using System.Buffers.Text;
using System.Security.Cryptography;
using EidAuth.Login;
using Microsoft.AspNetCore.Authentication;

namespace EidAuth.AspNetCore.Challenges;

/// <summary>One login attempt, as the site remembers it: not on the server, but sealed in the browser's cookie.</summary>
internal sealed class Challenge
{
    /// <summary>Bytes of an id; as base64url it is the <c>state</c> parameter.</summary>
    public const int IdLength = 16;

    /// <summary>Bytes of a nonce.</summary>
    public const int NonceLength = 32;

    /// <summary>22 characters of base64url: the <c>state</c> parameter and the end of the cookie's name.</summary>
    public required string Id { get; init; }

    /// <summary>32 random bytes.</summary>
    public required byte[] Nonce { get; init; }

    /// <summary>What it was issued for.</summary>
    public required ChallengePurpose Purpose { get; init; }

    /// <summary>The origin whose name the card must sign, out of the options.</summary>
    public required Origin Origin { get; init; }

    /// <summary>Identity fields asked for; what is posted beyond them is dropped unread.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>SHA-256, base64url, of what the agent will send when the card leaves; null when that was not asked. The text itself is with the agent alone.</summary>
    public string? EndHash { get; init; }

    /// <summary>The site's clock.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>What the application gave along; its RedirectUri is a local address.</summary>
    public required AuthenticationProperties Properties { get; init; }

    /// <summary>The nonce as it is sent and signed.</summary>
    public string NonceText => Convert.ToBase64String(Nonce);

    /// <summary>A fresh challenge.</summary>
    public static Challenge Issue(
        ChallengePurpose purpose, Origin origin, AuthenticationProperties properties, DateTimeOffset now, IReadOnlyList<string>? fields = null, string? endHash = null) => new()
    {
        Id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdLength)),
        Nonce = RandomNumberGenerator.GetBytes(NonceLength),
        Purpose = purpose,
        Origin = origin,
        Fields = fields ?? [],
        EndHash = endHash,
        IssuedAt = now,
        Properties = properties,
    };

    /// <summary>22 characters that base64url could have made of 16 bytes.</summary>
    public static bool IsId(string? text)
    {
        Span<byte> id = stackalloc byte[IdLength + 2];
        return text is { Length: 22 } && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, id, out var length) && length == IdLength
            && Base64Url.EncodeToString(id[..length]) == text;
    }
}
