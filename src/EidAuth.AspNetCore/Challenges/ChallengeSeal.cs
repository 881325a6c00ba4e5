using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using EidAuth.Login;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace EidAuth.AspNetCore.Challenges;

/// <summary>
/// Turns a challenge into the text of its cookie and back. The seal is for one scheme of one site: what another site with the same key ring sealed does not open.
/// </summary>
internal sealed class ChallengeSeal(IDataProtectionProvider protection, string scheme, string siteId)
{
    private const byte Version = 2;

    private readonly IDataProtector protector = protection.CreateProtector("EidAuth.AspNetCore.Challenge", scheme, siteId);

    public string Seal(Challenge challenge)
    {
        using var plain = new MemoryStream();
        using (var writer = new BinaryWriter(plain, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Version);
            writer.Write(challenge.Id);
            writer.Write(challenge.Nonce);
            writer.Write(challenge.Purpose.Value);
            writer.Write(challenge.Origin.Value);
            writer.Write(string.Join(',', challenge.Fields));
            writer.Write(challenge.EndHash ?? "");
            writer.Write(challenge.IssuedAt.UtcTicks);
            PropertiesSerializer.Default.Write(writer, challenge.Properties);
        }

        return Base64Url.EncodeToString(protector.Protect(plain.ToArray()));
    }

    /// <summary>Null when the text was not sealed here, is not for this id, or was sealed by another version.</summary>
    public Challenge? Unseal(string id, string text)
    {
        try
        {
            return Base64Url.IsValid(text) ? Read(id, protector.Unprotect(Base64Url.DecodeFromChars(text))) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // What is read here was written by Seal: the seal is checked before the first byte.
    private static Challenge? Read(string id, byte[] plain)
    {
        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8);
        if (reader.ReadByte() != Version || reader.ReadString() != id)
        {
            return null;
        }

        var nonce = reader.ReadBytes(Challenge.NonceLength);
        var purpose = ChallengePurpose.FromSealed(reader.ReadString());
        var sealedOrigin = reader.ReadString();
        var fields = reader.ReadString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var endHash = reader.ReadString();
        var issuedAt = new DateTimeOffset(reader.ReadInt64(), TimeSpan.Zero);
        return Origin.TryParse(sealedOrigin, out var origin) && PropertiesSerializer.Default.Read(reader) is { } properties
            ? new Challenge
            {
                Id = id,
                Nonce = nonce,
                Purpose = purpose,
                Origin = origin!,
                Fields = fields,
                EndHash = endHash.Length == 0 ? null : endHash,
                IssuedAt = issuedAt,
                Properties = properties,
            }
            : null;
    }
}
