using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace EidAuth.AspNetCore.Sessions;

/// <summary>Seals a session's ticket for its key: what is copied to another row of a database does not open there.</summary>
internal sealed class SessionSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("EidAuth.AspNetCore.ServerSession", "v1");

    public ReadOnlyMemory<byte> Seal(string keyHash, AuthenticationTicket ticket) =>
        protector.Protect([.. Encoding.ASCII.GetBytes(keyHash), .. TicketSerializer.Default.Serialize(ticket)]);

    /// <summary>Null when it was not sealed here, or for another key.</summary>
    public AuthenticationTicket? Open(string keyHash, ReadOnlyMemory<byte> ticket)
    {
        try
        {
            var plain = protector.Unprotect(ticket.ToArray());
            var hash = Encoding.ASCII.GetBytes(keyHash);
            return plain.AsSpan().StartsWith(hash) ? TicketSerializer.Default.Deserialize(plain[hash.Length..]) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
