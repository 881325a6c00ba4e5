using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EidAgent.Pages;

/// <summary>
/// Tokens for forms of pages that belong to no login. Each load of a page gets its own; it opens that page's buttons alone, for an hour, in this process. Nothing is kept for them, so
/// no number of page loads fills anything: a token is its time and a random part under a key of this process.
/// </summary>
internal sealed class PageTokens(TimeProvider clock)
{
    /// <summary>How long a page's buttons work.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private const int StampLength = 8 + 16;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly long start = clock.GetTimestamp();

    /// <summary>A token for the forms of one page.</summary>
    /// <param name="page">The page's address, for example <c>/sites</c>.</param>
    public string Issue(string page)
    {
        var token = new byte[StampLength + HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(token, clock.GetElapsedTime(start).Ticks);
        RandomNumberGenerator.Fill(token.AsSpan(8, 16));
        Sign(page, token.AsSpan(0, StampLength), token.AsSpan(StampLength));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Whether a form of that page carries a token of it that is not too old. Compares in constant time.</summary>
    public bool IsValid(string page, string? text)
    {
        Span<byte> token = stackalloc byte[StampLength + HMACSHA256.HashSizeInBytes];
        if (text?.Length != Base64Url.GetEncodedLength(token.Length) || !Base64Url.TryDecodeFromChars(text, token, out var length) || length != token.Length)
        {
            return false;
        }

        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Sign(page, token[..StampLength], signature);
        var age = clock.GetElapsedTime(start).Ticks - BinaryPrimitives.ReadInt64BigEndian(token);
        return CryptographicOperations.FixedTimeEquals(signature, token[StampLength..]) && age <= Lifetime.Ticks;
    }

    private void Sign(string page, ReadOnlySpan<byte> stamp, Span<byte> signature)
    {
        Span<byte> message = stackalloc byte[StampLength + HMACSHA256.HashSizeInBytes];
        stamp.CopyTo(message);
        SHA256.HashData(Encoding.UTF8.GetBytes(page), message[StampLength..]);
        HMACSHA256.HashData(key, message, signature);
    }
}
