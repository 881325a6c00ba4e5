using EidAuth.AspNetCore.Identity.Data;
using EidAuth.AspNetCore.Identity.Links;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.AspNetCore.Identity;

/// <summary>
/// Which account a proven login leads to, and every change of that. The links are ASP.NET Core Identity's own rows of logins. What changes something runs in one
/// transaction that checks everything again, and is called from a POST with an antiforgery token; only logging in may follow a GET. docs/accounts.md has the tables.
/// </summary>
/// <typeparam name="TUser">The site's account.</typeparam>
public sealed class EidAccounts<TUser>
    where TUser : IdentityUser<string>
{
    private readonly AccountContext data;
    private readonly AccountTransactions transactions;
    private readonly AccountRules<TUser> rules;
    private readonly LinkChanges<TUser> reading;
    private readonly AccountEnding<TUser> ending;

    internal EidAccounts(IServiceProvider services)
    {
        data = services.GetRequiredService<AccountContext>();
        transactions = services.GetRequiredService<AccountTransactions>();
        rules = services.GetRequiredService<AccountRules<TUser>>();
        reading = services.GetRequiredService<LinkChanges<TUser>>();
        ending = services.GetRequiredService<AccountEnding<TUser>>();
    }

    /// <summary>What was just proven in this browser; null when there is nothing, or it is too old: <see cref="AccountRefusal.LoginExpired"/>.</summary>
    public async Task<ProvenLogin?> ReadAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await ProvenLoginReader.ReadAsync(context) is { } login && !rules.IsTooOld(login) ? login : null;
    }

    /// <summary>What it comes to. Reads only.</summary>
    /// <param name="login">What was proven.</param>
    /// <param name="current">Who is logged in, or null.</param>
    /// <param name="session">What the site gave to <see cref="ChallengePurpose.StepUp"/> for the session at hand; null outside a step-up.</param>
    /// <param name="cancellation">Ends the question.</param>
    public Task<AccountDecision<TUser>> DecideAsync(ProvenLogin login, TUser? current, string? session = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        return login.Purpose == ChallengePurpose.Login ? rules.LogInAsync(login, cancellation)
            : login.Purpose.Session is not null ? rules.StepUpAsync(login, current?.Id, session, cancellation)
            : rules.LinkAsync(login, current?.Id, cancellation);
    }

    /// <summary>
    /// After <see cref="AccountDecision{TUser}.NobodyYet"/>, when the person has proven an account by its password in this browser: what <see cref="LinkAfterPasswordAsync"/>
    /// would come to. Reads only.
    /// </summary>
    public Task<AccountDecision<TUser>> DecideAfterPasswordAsync(ProvenLogin login, TUser user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(user);
        return rules.LinkAfterPasswordAsync(login, user.Id, cancellation);
    }

    /// <summary>
    /// Logs in: moves a link under an older pseudonym key to the newest, notes the time, and gives the account and the login before. The site then signs in, with
    /// <see cref="ProvenLogin.SessionClaims"/>. Also what comes after <see cref="CreateAsync"/> and <see cref="LinkAfterPasswordAsync"/>, with the same login.
    /// </summary>
    public Task<AccountOutcome<TUser>> LogInAsync(ProvenLogin login, CancellationToken cancellation = default) =>
        ChangeAsync(login, changes => changes.LogInAsync(login, cancellation), cancellation);

    /// <summary>Notes a login that no remote scheme proved, and gives the one before; null when it was the first.</summary>
    /// <param name="user">The account.</param>
    /// <param name="method">For example <c>password</c>.</param>
    /// <param name="cancellation">Ends the question.</param>
    public Task<LastLogin?> RecordLogInAsync(TUser user, string method, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentException.ThrowIfNullOrEmpty(method);
        return transactions.RunAsync(
            async (services, _) =>
            {
                var previous = await services.GetRequiredService<LinkChanges<TUser>>().NoteLoginAsync(user.Id, method, cancellation);
                await services.GetRequiredService<AccountContext>().Context.SaveChangesAsync(cancellation);
                return previous;
            },
            cancellation);
    }

    /// <summary>Makes an account from what was proven, and links it. Sent twice, the second finds the first one's account.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>.</param>
    /// <param name="user">The account to be, with what belongs to it; not in any context.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> CreateAsync(ProvenLogin login, TUser user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return ChangeAsync(login, changes => changes.CreateAsync(login, user, cancellation), cancellation);
    }

    /// <summary>Links what was proven to the account that is logged in.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Link"/> of this account's id.</param>
    /// <param name="current">Who is logged in.</param>
    /// <param name="nameDifferenceAccepted">The person was shown both names and confirmed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> LinkAsync(ProvenLogin login, TUser current, bool nameDifferenceAccepted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(current);
        return LinkToAsync(login, rules => rules.LinkAsync(login, current.Id, cancellation), nameDifferenceAccepted, cancellation);
    }

    /// <summary>Links what was proven to an account whose password the person has just given in the same browser.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>; nobody's yet.</param>
    /// <param name="user">Whose password was right.</param>
    /// <param name="nameDifferenceAccepted">The person was shown both names and confirmed.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> LinkAfterPasswordAsync(ProvenLogin login, TUser user, bool nameDifferenceAccepted, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return LinkToAsync(login, rules => rules.LinkAfterPasswordAsync(login, user.Id, cancellation), nameDifferenceAccepted, cancellation);
    }

    /// <summary>Undoes a link, unless nothing would be left to log in with. Other sessions of the account end with its security stamp.</summary>
    /// <param name="user">The account.</param>
    /// <param name="scheme">Which link, for example <see cref="BelgianEidDefaults.AuthenticationScheme"/>.</param>
    /// <param name="officerId">The officer who does it; null when it is the person.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<AccountOutcome<TUser>> UnlinkAsync(TUser user, string scheme, string? officerId = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var outcome = await transactions.RunAsync(
            (services, _) => services.GetRequiredService<LinkChanges<TUser>>().UnlinkAsync(user.Id, scheme, officerId, cancellation), cancellation);
        return await ending.TellAsync(outcome, scheme, EidAccountEventKind.Unlinked, cancellation);
    }

    /// <summary>
    /// A code with which a person whose national number has changed links the new card in place of the old. Only an officer who has seen who it is gives one out; an
    /// earlier one of the account counts no more.
    /// </summary>
    /// <param name="user">The account.</param>
    /// <param name="officerId">Who gives it out.</param>
    /// <param name="scheme">Which link it may replace.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<RelinkCode> IssueRelinkCodeAsync(
        TUser user, string officerId, string scheme = BelgianEidDefaults.AuthenticationScheme, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentException.ThrowIfNullOrEmpty(officerId);
        var code = await transactions.RunAsync(
            (services, _) => services.GetRequiredService<RelinkCodes<TUser>>().IssueAsync(user.Id, officerId, scheme, cancellation), cancellation);
        await ending.TellAsync(new AccountOutcome<TUser>.Done(user), scheme, EidAccountEventKind.RelinkCodeIssued, cancellation);
        return code;
    }

    /// <summary>Replaces the link of the account that the code was given for by what was proven.</summary>
    /// <param name="login">Proven with purpose <see cref="ChallengePurpose.Login"/>; nobody's yet.</param>
    /// <param name="code">As typed; case, spaces and hyphens do not matter.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<AccountOutcome<TUser>> RelinkAsync(ProvenLogin login, string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(login);
        ArgumentNullException.ThrowIfNull(code);
        return ending.RunAsync(
            login,
            EidAccountEventKind.Relinked,
            async (services, _) => (await services.GetRequiredService<RelinkCodes<TUser>>().RelinkAsync(login, code, cancellation), true),
            cancellation);
    }

    /// <summary>The account's links.</summary>
    public async Task<IReadOnlyList<AccountLink>> LinksAsync(TUser user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var rows = await data.Links.AsNoTracking().Where(link => link.UserId == user.Id).OrderBy(link => link.LoginProvider).ToListAsync(cancellation);
        var history = await HistoryAsync(user, cancellation);
        var links = new List<AccountLink>();
        foreach (var row in rows)
        {
            var since = history.FirstOrDefault(line => line.Scheme == row.LoginProvider
                && line.Kind is EidAccountEventKind.Created or EidAccountEventKind.Linked or EidAccountEventKind.Relinked);
            links.Add(new AccountLink(
                row.LoginProvider, row.ProviderDisplayName ?? row.LoginProvider, LinkKey.IsTest(row.ProviderKey), since?.At, await reading.HasOtherWayInAsync(user, rows, row)));
        }

        return links;
    }

    /// <summary>The account's history, the newest first.</summary>
    public async Task<IReadOnlyList<EidAccountEvent>> HistoryAsync(TUser user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        return await data.Events.AsNoTracking().Where(line => line.UserId == user.Id).OrderByDescending(line => line.Id).ToListAsync(cancellation);
    }

    private Task<AccountOutcome<TUser>> LinkToAsync(
        ProvenLogin login, Func<AccountRules<TUser>, Task<AccountDecision<TUser>>> decide, bool nameDifferenceAccepted, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(login);
        return ending.RunAsync(
            login,
            EidAccountEventKind.Linked,
            async (services, lost) =>
            {
                var decision = await decide(services.GetRequiredService<AccountRules<TUser>>());
                var (outcome, changed) = await services.GetRequiredService<LinkChanges<TUser>>().LinkAsync(login, decision, nameDifferenceAccepted, cancellation);
                return (lost ? AccountEnding<TUser>.AsLostRace(outcome) : outcome, changed);
            },
            cancellation);
    }

    private Task<AccountOutcome<TUser>> ChangeAsync(
        ProvenLogin login, Func<LinkChanges<TUser>, Task<AccountOutcome<TUser>>> change, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(login);
        return ending.RunAsync(login, null, async (services, _) => (await change(services.GetRequiredService<LinkChanges<TUser>>()), false), cancellation);
    }
}
