using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace EidAuth.AspNetCore.Claims;

/// <summary>
/// Who somebody is at one site and nowhere else: HMAC-SHA256(key, "eidauth/sub/v1" ‖ 0 ‖ site id ‖ 0 ‖ 11 digits) in base64url. Keyed, because an unkeyed hash of
/// fewer than 10⁹ numbers is undone in minutes; the same after a new card, since the number stays.
/// </summary>
internal sealed class Pseudonym(IReadOnlyList<PseudonymKey> keys, string siteId)
{
    private static readonly byte[] Domain = "eidauth/sub/v1\0"u8.ToArray();

    /// <summary>The name of the newest key, which makes the subject.</summary>
    public string KeyId => keys[0].Id;

    /// <summary>The names of all of them, the newest first.</summary>
    public IReadOnlyList<string> KeyIds { get; } = [.. keys.Select(key => key.Id)];

    /// <summary>The person under each key, the newest first.</summary>
    /// <param name="nationalNumber">11 digits, from a verified login.</param>
    public IReadOnlyList<EidSubject> SubjectsOf(string nationalNumber) => [.. keys.Select(key => new EidSubject(key.Id, Of(key, nationalNumber)))];

    /// <summary>43 characters.</summary>
    /// <param name="nationalNumber">11 digits, from a verified login.</param>
    public string Of(string nationalNumber) => Of(keys[0], nationalNumber);

    private string Of(PseudonymKey key, string nationalNumber)
    {
        Span<byte> digits = stackalloc byte[Encoding.UTF8.GetMaxByteCount(nationalNumber.Length)];
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        try
        {
            var length = Encoding.UTF8.GetBytes(nationalNumber, digits);
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
            hmac.AppendData(Domain);
            hmac.AppendData(Encoding.UTF8.GetBytes(siteId));
            hmac.AppendData([0]);
            hmac.AppendData(digits[..length]);
            hmac.GetHashAndReset(mac);
            return Base64Url.EncodeToString(mac);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(digits);
        }
    }
}
