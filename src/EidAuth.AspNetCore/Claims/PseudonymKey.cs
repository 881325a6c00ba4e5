using System.Security.Cryptography;

namespace EidAuth.AspNetCore.Claims;

/// <summary>The key that makes pseudonyms: 32 bytes and a name. Never printed.</summary>
internal sealed class PseudonymKey(byte[] bytes, string id)
{
    private readonly byte[] bytes = bytes;

    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    /// <summary>How to make one.</summary>
    public const string Command = "openssl rand -base64 32";

    public ReadOnlySpan<byte> Bytes => bytes;

    public string Id { get; } = id;

    /// <summary>Reads base64 of exactly 32 bytes; white space around it is allowed, since a file ends in a line break.</summary>
    public static bool TryParse(string text, string id, out PseudonymKey? key)
    {
        var bytes = new byte[Length + 3];
        key = Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == Length ? new PseudonymKey(bytes[..Length], id) : null;
        return key is not null;
    }

    /// <summary>A name that can stand in a database column, a claim and a message: 1 to 32 letters, digits, <c>-</c> or <c>_</c>.</summary>
    public static bool IsId(string? id) => id is { Length: >= 1 and <= 32 } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    /// <summary>The same 32 bytes, under whatever name.</summary>
    public bool IsSameAs(PseudonymKey other) => CryptographicOperations.FixedTimeEquals(bytes, other.bytes);

    public override string ToString() => nameof(PseudonymKey);
}
