using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>Reads Identity's external cookie.</summary>
internal static class ProvenLoginReader
{
    /// <summary>Null when it is not there, or no scheme put a person into it.</summary>
    public static async Task<ProvenLogin?> ReadAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(IdentityConstants.ExternalScheme);
        return EidTicket.Of(result) is { } ticket ? OfCard(ticket, context) : OfOther(result, context);
    }

    private static ProvenLogin OfCard(EidTicket ticket, HttpContext context)
    {
        var testTrust = ticket.Principal.HasClaim(BelgianEidClaimTypes.TestTrust, "true");
        return new ProvenLogin(
            ticket.Scheme, [.. ticket.Subjects.Select(subject => LinkKey.Of(subject, testTrust))], ticket.Purpose, ticket.Principal, ticket.ProvenAt, context)
        {
            IsCard = true,
            Ticket = ticket,
        };
    }

    private static ProvenLogin? OfOther(AuthenticateResult result, HttpContext context)
    {
        if (result is not { Succeeded: true, Principal: { } principal, Properties: { IssuedUtc: { } issued } properties }
            || !properties.Items.TryGetValue(EidTicket.SchemeItem, out var scheme) || string.IsNullOrEmpty(scheme)
            || (principal.FindFirstValue(ClaimTypes.NameIdentifier) ?? principal.FindFirstValue("sub")) is not { Length: > 0 } key)
        {
            return null;
        }

        var purpose = properties.Items.TryGetValue(EidTicket.PurposeItem, out var text) && text is not null ? ChallengePurpose.FromSealed(text) : ChallengePurpose.Login;
        return new ProvenLogin(scheme, [key], purpose, principal, issued, context);
    }
}
