using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>
/// A code of an officer: 12 characters that nobody confuses. The first four find the account, so that tries are counted there; the other eight are the secret, 39 bits.
/// Five tries guess that by chance once in 10¹¹; who has read the database must spend <see cref="Iterations"/> rounds on each.
/// </summary>
internal static class RelinkCodeText
{
    public const int Length = 12;
    public const int SelectorLength = 4;

    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Iterations = 100_000;

    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Length);

    /// <summary>As it is handed out, in groups of four.</summary>
    public static string Shown(string code) => $"{code[..4]}-{code[4..8]}-{code[8..]}";

    /// <summary>As it was made; null when it cannot be a code.</summary>
    public static string? Read(string typed)
    {
        var code = string.Concat(typed.Where(character => character is not (' ' or '-'))).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) ? code : null;
    }

    public static string Selector(string code) => code[..SelectorLength];

    /// <summary>What the database keeps.</summary>
    public static string Hash(string code, string userId) => Base64Url.EncodeToString(
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes("eidauth/relink/v1\0" + userId), Iterations, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes));

    public static bool Matches(string code, string userId, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(code, userId)), Encoding.ASCII.GetBytes(hash));
}
