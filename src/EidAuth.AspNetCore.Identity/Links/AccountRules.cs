using EidAuth.AspNetCore.Identity.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>
/// What a proven login comes to, by what the database says. Pages ask it to show what would happen; each change asks it again inside its transaction. Writes nothing.
/// </summary>
internal sealed class AccountRules<TUser>(
    AccountContext data, IOptions<EidAccountsOptions<TUser>> options, IOptionsMonitor<BelgianEidOptions> eid, TimeProvider clock)
    where TUser : IdentityUser<string>
{
    // Identity's temporary lockout is the answer to wrong passwords, minutes long: whoever mistypes somebody's password must not lock the card out too.
    private static readonly TimeSpan ForGood = TimeSpan.FromDays(365);

    public bool IsClosed(TUser user) => options.Value.IsDisabled(user) || (user.LockoutEnabled && user.LockoutEnd > clock.GetUtcNow() + ForGood);

    public bool IsTooOld(ProvenLogin login) => clock.GetUtcNow() >= login.ProvenAt + options.Value.LoginLifetime;

    /// <summary>A link by which nobody logs in any more.</summary>
    public bool IsDead(IdentityUserLogin<string> link) => LinkKey.IsTest(link.ProviderKey) && eid.Get(link.LoginProvider).Trust.TestAnchorsFolder is null;

    /// <summary>Whether the login counts at all, whatever it is for.</summary>
    public AccountRefusal? RefusalOf(ProvenLogin login) =>
        IsTooOld(login) ? AccountRefusal.LoginExpired
        : login is { IsCard: true, TestTrust: true } && eid.Get(login.Scheme).Trust.TestAnchorsFolder is null ? AccountRefusal.TestTrust
        : null;

    /// <summary>The links that this login leads to; as a rule one or none.</summary>
    public Task<List<IdentityUserLogin<string>>> LinksOfAsync(ProvenLogin login, CancellationToken cancellation)
    {
        var (scheme, keys) = (login.Scheme, login.Keys);
        return data.Links.AsNoTracking().Where(link => link.LoginProvider == scheme && keys.Contains(link.ProviderKey)).ToListAsync(cancellation);
    }

    public async Task<AccountDecision<TUser>> LogInAsync(ProvenLogin login, CancellationToken cancellation)
    {
        if (RefusalOf(login) is { } refusal)
        {
            return Refused(refusal);
        }

        if (login.Purpose != ChallengePurpose.Login)
        {
            return Refused(AccountRefusal.PurposeMismatch);
        }

        var links = await LinksOfAsync(login, cancellation);
        return links.Count switch
        {
            0 => new AccountDecision<TUser>.NobodyYet(),
            1 => await data.FindAsync<TUser>(links[0].UserId, cancellation) switch
            {
                null => Refused(AccountRefusal.AccountChanged),
                { } user when IsClosed(user) => Refused(AccountRefusal.AccountDisabled),
                { } user => new AccountDecision<TUser>.LogIn(user),
            },
            _ => Refused(AccountRefusal.TwoAccounts),
        };
    }

    public async Task<AccountDecision<TUser>> StepUpAsync(ProvenLogin login, string? userId, string? session, CancellationToken cancellation)
    {
        if (RefusalOf(login) is { } refusal)
        {
            return Refused(refusal);
        }

        if (login.Purpose.Session is not { } begun)
        {
            return Refused(AccountRefusal.PurposeMismatch);
        }

        if (userId is null || session != begun || await data.FindAsync<TUser>(userId, cancellation) is not { } user)
        {
            return Refused(AccountRefusal.AccountChanged);
        }

        var links = await LinksOfAsync(login, cancellation);
        return IsClosed(user) ? Refused(AccountRefusal.AccountDisabled)
            : links.Count == 1 && links[0].UserId == userId ? new AccountDecision<TUser>.StepUp(user)
            : Refused(AccountRefusal.AnotherPerson);
    }

    /// <summary>A link to the account the login was begun for.</summary>
    public Task<AccountDecision<TUser>> LinkAsync(ProvenLogin login, string? userId, CancellationToken cancellation) =>
        login.Purpose.Account is not { } begun ? Task.FromResult(Refused(AccountRefusal.PurposeMismatch))
        : userId is null || begun != userId ? Task.FromResult(Refused(AccountRefusal.AccountChanged))
        : LinkToAsync(login, userId, cancellation);

    /// <summary>A link to an account whose password was given after the login.</summary>
    public Task<AccountDecision<TUser>> LinkAfterPasswordAsync(ProvenLogin login, string userId, CancellationToken cancellation) =>
        login.Purpose != ChallengePurpose.Login ? Task.FromResult(Refused(AccountRefusal.PurposeMismatch)) : LinkToAsync(login, userId, cancellation);

    private async Task<AccountDecision<TUser>> LinkToAsync(ProvenLogin login, string userId, CancellationToken cancellation)
    {
        if (RefusalOf(login) is { } refusal)
        {
            return Refused(refusal);
        }

        if (await data.FindAsync<TUser>(userId, cancellation) is not { } user)
        {
            return Refused(AccountRefusal.AccountChanged);
        }

        if (IsClosed(user))
        {
            return Refused(AccountRefusal.AccountDisabled);
        }

        // In one question: between two, somebody else's link could come to stand, and the account's own link would look like another card's.
        var (scheme, keys) = (login.Scheme, login.Keys);
        var links = await data.Links.AsNoTracking()
            .Where(link => link.LoginProvider == scheme && (link.UserId == userId || keys.Contains(link.ProviderKey))).ToListAsync(cancellation);
        if (links.Find(link => link.UserId != userId) is { } elsewhere)
        {
            return new AccountDecision<TUser>.Refused(AccountRefusal.LinkedElsewhere) { Other = await data.FindAsync<TUser>(elsewhere.UserId, cancellation) };
        }

        if (links.Exists(link => keys.Contains(link.ProviderKey)))
        {
            return new AccountDecision<TUser>.AlreadyLinkedHere(user);
        }

        return await WasUndoneSinceAsync(login, userId, cancellation) ? Refused(AccountRefusal.LoginExpired)
            : links.Count > 0 ? Refused(AccountRefusal.AccountHasAnotherCard)
            : new AccountDecision<TUser>.ConfirmLink(user, options.Value.Names is { } names && PersonNames.Differ(names(user), (login.GivenNames, login.FamilyName)));
    }

    // A proof links once: what was undone is not linked again by a copy of the cookie that linked it. Times of proof are whole seconds.
    private Task<bool> WasUndoneSinceAsync(ProvenLogin login, string userId, CancellationToken cancellation)
    {
        var (scheme, from) = (login.Scheme, login.ProvenAt + TimeSpan.FromSeconds(1));
        return data.Events.AnyAsync(
            line => line.UserId == userId && line.Scheme == scheme && line.At >= from && (line.Kind == EidAccountEventKind.Unlinked || line.Kind == EidAccountEventKind.Relinked),
            cancellation);
    }

    private static AccountDecision<TUser> Refused(AccountRefusal reason) => new AccountDecision<TUser>.Refused(reason);
}
