using System.Globalization;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.DataProtection;

namespace TownSite.Accounts;

/// <summary>
/// That an account's password was right a moment ago, sealed into the page that then asks for one more confirmation. Good for five minutes, for that account beside that
/// very card.
/// </summary>
internal sealed class PasswordProof(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("TownSite.PasswordProof.v1").ToTimeLimitedDataProtector();

    public string Seal(string userId, ProvenLogin card) => seal.Protect($"{ProvenAt(card)} {userId}", Lifetime);

    /// <summary>The account; null when it was sealed for another card, is too old, or is nothing of the kind.</summary>
    public string? Open(string? text, ProvenLogin card)
    {
        try
        {
            return seal.Unprotect(text ?? "").Split(' ', 2) is [var provenAt, var userId] && provenAt == ProvenAt(card) ? userId : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string ProvenAt(ProvenLogin card) => card.ProvenAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
