using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace EidAuth.Simulator.Reader;

/// <summary>The token that each page puts into its forms: only a page that this program made can post them.</summary>
internal sealed class PageToken
{
    private const int IdLength = 16;
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A new token for a page: a random id and its MAC.</summary>
    public string New()
    {
        Span<byte> token = stackalloc byte[IdLength + HMACSHA256.HashSizeInBytes];
        RandomNumberGenerator.Fill(token[..IdLength]);
        HMACSHA256.HashData(key, token[..IdLength], token[IdLength..]);
        return Base64Url.EncodeToString(token);
    }

    public bool IsOurs(string? text)
    {
        Span<byte> token = stackalloc byte[IdLength + HMACSHA256.HashSizeInBytes];
        if (Base64Url.DecodeFromChars(text, token, out _, out var length) != OperationStatus.Done || length != token.Length)
        {
            return false;
        }

        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, token[..IdLength], expected);
        return CryptographicOperations.FixedTimeEquals(expected, token[IdLength..]);
    }
}
