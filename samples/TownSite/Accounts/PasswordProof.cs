using System.Globalization;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>
/// That an account's password was right a moment ago, sealed into the page that then asks for one more confirmation. Good for five minutes, for that account beside that
/// very card, and until its password changes.
/// </summary>
internal sealed class PasswordProof(IDataProtectionProvider protection, UserManager<TownUser> users)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ITimeLimitedDataProtector seal = protection.CreateProtector("TownSite.PasswordProof.v1").ToTimeLimitedDataProtector();

    public string Seal(TownUser user, ProvenLogin card) => seal.Protect($"{Card(card)} {user.SecurityStamp} {user.Id}", Lifetime);

    /// <summary>The account; null when it was sealed for another card, is too old, is nothing of the kind, or its ways in have changed since.</summary>
    public async Task<TownUser?> OpenAsync(string? text, ProvenLogin card)
    {
        try
        {
            return seal.Unprotect(text ?? "").Split(' ', 3) is [var proven, var stamp, var userId] && proven == Card(card)
                && await users.FindByIdAsync(userId) is { } user && user.SecurityStamp == stamp ? user : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    // Two cards can be proven within one second.
    private static string Card(ProvenLogin card) =>
        string.Create(CultureInfo.InvariantCulture, $"{card.ProvenAt.ToUnixTimeSeconds()}.{card.Principal.FindFirst(BelgianEidClaimTypes.Subject)?.Value}");
}
