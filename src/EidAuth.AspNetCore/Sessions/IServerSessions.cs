using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace EidAuth.AspNetCore;

/// <summary>Sessions for the pages of a site: which there are, and their end.</summary>
public interface IServerSessions
{
    /// <summary>The session of this request; null when nobody is logged in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="scheme">Null: the default scheme, or the only one with server sessions.</param>
    Task<ServerSession?> CurrentAsync(HttpContext context, string? scheme = null);

    /// <summary>What goes on for an account, the one used last first.</summary>
    /// <param name="account">ClaimTypes.NameIdentifier of its principals.</param>
    /// <param name="cancellation">The request's.</param>
    Task<IReadOnlyList<ServerSession>> OfAccountAsync(string account, CancellationToken cancellation);

    /// <summary>Ends one session of an account; false when that account has no such session, whoever else may have it.</summary>
    Task<bool> EndAsync(string account, string id, CancellationToken cancellation);

    /// <summary>Ends every session of an account, or all but one; says how many.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="exceptId">For example the current one's; null: none goes on.</param>
    /// <param name="cancellation">The request's.</param>
    Task<int> EndAllAsync(string account, string? exceptId, CancellationToken cancellation);

    /// <summary>
    /// Gives the current session another principal of the same account, for example after a card proved more: id, begin and absolute end stay, the key is a new one, and
    /// a copy of the old cookie opens nothing any more. False when the session has ended meanwhile.
    /// </summary>
    /// <param name="context">The request; its response sets the cookie.</param>
    /// <param name="principal">Of the same account, else it is a new session.</param>
    /// <param name="properties">
    /// What is kept beside it, for example with what <see cref="EidTicket.CarryTo"/> put in; null: what the session has. Without an end hash of its own it keeps the session's.
    /// </param>
    /// <param name="scheme">As for <see cref="CurrentAsync"/>.</param>
    Task<bool> ReplaceAsync(HttpContext context, ClaimsPrincipal principal, AuthenticationProperties? properties = null, string? scheme = null);
}
