using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace EidAuth.AspNetCore.Identity;

/// <summary>
/// Which account a proven login leads to, and every change of that. The links are ASP.NET Core Identity's own rows of logins. What changes something runs in one
/// transaction that checks everything again, and is called from a POST with an antiforgery token; only logging in may follow a GET.
/// </summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public sealed class EidAccounts<TUser>
    where TUser : IdentityUser<string>
{
    /// <summary>What was just proven in this browser; null when there is nothing, or it is too old: <see cref="AccountRefusal.LoginExpired"/>.</summary>
    public Task<ProvenLogin?> ReadAsync(HttpContext context) => throw new NotImplementedException();

    /// <summary>What it comes to. Reads only.</summary>
    /// <param name="login">What was proven.</param>
    /// <param name="current">Who is logged in, or null.</param>
    /// <param name="session">What the site gave to <see cref="ChallengePurpose.StepUp"/> for the session at hand; null outside a step-up.</param>
    /// <param name="cancellation">Ends the question.</param>
    public Task<AccountDecision<TUser>> DecideAsync(ProvenLogin login, TUser? current, string? session = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// After <see cref="AccountDecision{TUser}.NobodyYet"/>, when the person has proven an account by its password in this browser: what <see cref="LinkAfterPasswordAsync"/>
    /// would come to. Reads only.
    /// </summary>
    public Task<AccountDecision<TUser>> DecideAfterPasswordAsync(ProvenLogin login, TUser user, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// Logs in: moves a link under an older pseudonym key to the newest, notes the time, and gives the account and the login before. The site then signs in, with
    /// <see cref="ProvenLogin.SessionClaims"/>.
    /// </summary>
    public Task<AccountOutcome<TUser>> LogInAsync(ProvenLogin login, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Notes a login that no remote scheme proved, and gives the one before; null when it was the first.</summary>
    /// <param name="user">The account.</param>
    /// <param name="method">For example <c>password</c>.</param>
    /// <param name="cancellation">Ends the question.</param>
    public Task<LastLogin?> RecordLogInAsync(TUser user, string method, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Makes an account from what was proven, and links it. Sent twice, the second finds the first one's account.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>.</param>
    /// <param name="user">The account to be, with what belongs to it; not in any context.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> CreateAsync(ProvenLogin login, TUser user, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Links what was proven to the account that is logged in.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Link"/> of this account's id.</param>
    /// <param name="current">Who is logged in.</param>
    /// <param name="nameDifferenceAccepted">The person was shown both names and confirmed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> LinkAsync(ProvenLogin login, TUser current, bool nameDifferenceAccepted, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Links what was proven to an account whose password the person has just given in the same browser.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>; nobody's yet.</param>
    /// <param name="user">Whose password was right.</param>
    /// <param name="nameDifferenceAccepted">The person was shown both names and confirmed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> LinkAfterPasswordAsync(ProvenLogin login, TUser user, bool nameDifferenceAccepted, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>Undoes a link, unless nothing would be left to log in with. Other sessions of the account end with its security stamp.</summary>
    /// <param name="user">The account.</param>
    /// <param name="scheme">Which link, for example <see cref="BelgianEidDefaults.AuthenticationScheme"/>.</param>
    /// <param name="officerId">The officer who does it; null when it is the person.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> UnlinkAsync(TUser user, string scheme, string? officerId = null, CancellationToken cancellation = default) =>
        throw new NotImplementedException();

    /// <summary>
    /// A code with which a person whose national number has changed links the new card in place of the old. Only an officer who has seen who it is gives one out; an
    /// earlier one of the account counts no more.
    /// </summary>
    /// <param name="user">The account.</param>
    /// <param name="officerId">Who gives it out.</param>
    /// <param name="scheme">Which link it may replace.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<RelinkCode> IssueRelinkCodeAsync(
        TUser user, string officerId, string scheme = BelgianEidDefaults.AuthenticationScheme, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>Replaces the link of the account that the code was given for by what was proven.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>; nobody's yet.</param>
    /// <param name="code">As typed; case, spaces and hyphens do not matter.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> RelinkAsync(ProvenLogin login, string code, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The account's links.</summary>
    public Task<IReadOnlyList<AccountLink>> LinksAsync(TUser user, CancellationToken cancellation = default) => throw new NotImplementedException();

    /// <summary>The account's history, the newest first.</summary>
    public Task<IReadOnlyList<EidAccountEvent>> HistoryAsync(TUser user, CancellationToken cancellation = default) => throw new NotImplementedException();
}
