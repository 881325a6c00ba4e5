using EidAuth.AspNetCore.Identity.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>Every change of links, each inside the transaction of <see cref="AccountTransactions"/> whose scope this came from.</summary>
internal sealed class LinkChanges<TUser>(
    AccountContext data, AccountRules<TUser> rules, UserManager<TUser> users, IAuthenticationSchemeProvider schemes, TimeProvider clock)
    where TUser : IdentityUser<string>
{
    public async Task<AccountOutcome<TUser>> LogInAsync(ProvenLogin login, CancellationToken cancellation)
    {
        switch (await rules.LogInAsync(login, cancellation))
        {
            case AccountDecision<TUser>.LogIn found:
                await MoveToNewestKeyAsync(login, found.User, cancellation);
                var previous = await NoteLoginAsync(found.User.Id, login.Scheme, cancellation);
                NoteNumber(login, found.User.Id);
                await data.Context.SaveChangesAsync(cancellation);
                return new AccountOutcome<TUser>.Done(found.User) { Previous = previous };
            case AccountDecision<TUser>.NobodyYet:
                return new AccountOutcome<TUser>.Refused(AccountRefusal.NotLinked);
            case var other:
                return Refused(other);
        }
    }

    public async Task<LastLogin?> NoteLoginAsync(string userId, string method, CancellationToken cancellation)
    {
        if (await data.LastLogins.SingleOrDefaultAsync(row => row.UserId == userId, cancellation) is not { } last)
        {
            data.LastLogins.Add(new LastLoginRow { UserId = userId, At = clock.GetUtcNow(), Method = method });
            return null;
        }

        var previous = new LastLogin(last.At, last.Method);
        (last.At, last.Method) = (clock.GetUtcNow(), method);
        return previous;
    }

    public async Task<AccountOutcome<TUser>> CreateAsync(ProvenLogin login, TUser user, CancellationToken cancellation)
    {
        switch (await rules.LogInAsync(login, cancellation))
        {
            case AccountDecision<TUser>.NobodyYet:
                var result = await users.CreateAsync(user);
                if (!result.Succeeded)
                {
                    return new AccountOutcome<TUser>.Invalid([.. result.Errors]);
                }

                await AddLinkAsync(login, user.Id);
                Note(user.Id, EidAccountEventKind.Created, login.Scheme);
                await data.Context.SaveChangesAsync(cancellation);
                return new AccountOutcome<TUser>.Done(user);
            case AccountDecision<TUser>.LogIn there:
                return new AccountOutcome<TUser>.Done(there.User);
            case var other:
                return Refused(other);
        }
    }

    public async Task<(AccountOutcome<TUser> Outcome, bool Changed)> LinkAsync(
        ProvenLogin login, AccountDecision<TUser> decision, bool nameDifferenceAccepted, CancellationToken cancellation)
    {
        switch (decision)
        {
            case AccountDecision<TUser>.ConfirmLink { NamesDiffer: true } when !nameDifferenceAccepted:
                return (new AccountOutcome<TUser>.Refused(AccountRefusal.NamesDiffer), false);
            case AccountDecision<TUser>.ConfirmLink confirmed:
                await AddLinkAsync(login, confirmed.User.Id);
                Note(confirmed.User.Id, EidAccountEventKind.Linked, login.Scheme);
                Touch(confirmed.User);
                await data.Context.SaveChangesAsync(cancellation);
                return (new AccountOutcome<TUser>.Done(confirmed.User), true);
            case AccountDecision<TUser>.AlreadyLinkedHere there:
                return (new AccountOutcome<TUser>.Done(there.User), false);
            default:
                return (Refused(decision), false);
        }
    }

    public async Task<AccountOutcome<TUser>> UnlinkAsync(string userId, string scheme, string? officerId, CancellationToken cancellation)
    {
        if (await data.FindAsync<TUser>(userId, cancellation) is not { } user)
        {
            return new AccountOutcome<TUser>.Refused(AccountRefusal.AccountChanged);
        }

        var links = await data.Links.Where(link => link.UserId == userId).ToListAsync(cancellation);
        if (links.Find(link => link.LoginProvider == scheme) is not { } link)
        {
            return new AccountOutcome<TUser>.Refused(AccountRefusal.NotLinked);
        }

        if (!await HasOtherWayInAsync(user, links, link))
        {
            return new AccountOutcome<TUser>.Refused(AccountRefusal.LastWayIn);
        }

        data.Links.Remove(link);
        Note(userId, EidAccountEventKind.Unlinked, scheme, officerId);
        EndOtherSessions(user);
        await data.Context.SaveChangesAsync(cancellation);
        return new AccountOutcome<TUser>.Done(user);
    }

    /// <summary>What is proven stands in place of the account's link of that scheme.</summary>
    public async Task ReplaceAsync(ProvenLogin login, TUser user, string officerId, CancellationToken cancellation)
    {
        var (scheme, userId) = (login.Scheme, user.Id);
        await data.Links.Where(link => link.LoginProvider == scheme && link.UserId == userId).ExecuteDeleteAsync(cancellation);
        await AddLinkAsync(login, userId);
        Note(userId, EidAccountEventKind.Relinked, scheme, officerId);
        EndOtherSessions(user);
        await data.Context.SaveChangesAsync(cancellation);
    }

    /// <summary>Whether somebody could still log in without this link.</summary>
    public async Task<bool> HasOtherWayInAsync(TUser user, IEnumerable<IdentityUserLogin<string>> links, IdentityUserLogin<string> without)
    {
        if (user.PasswordHash is not null)
        {
            return true;
        }

        foreach (var link in links.Where(link => link.LoginProvider != without.LoginProvider))
        {
            if (!rules.IsDead(link) && await schemes.GetSchemeAsync(link.LoginProvider) is not null)
            {
                return true;
            }
        }

        return false;
    }

    public void Note(string userId, EidAccountEventKind kind, string scheme, string? officerId = null) =>
        data.Events.Add(new EidAccountEvent { UserId = userId, At = clock.GetUtcNow(), Kind = kind, Scheme = scheme, OfficerId = officerId });

    public static AccountOutcome<TUser> Refused(AccountDecision<TUser> decision) => decision is AccountDecision<TUser>.Refused refused
        ? new AccountOutcome<TUser>.Refused(refused.Reason) { Other = refused.Other }
        : throw new InvalidOperationException("A decision that nobody knows.");

    // One statement, so that of two logins at once one moves the row, and the other, having waited for it, finds it moved and begins again.
    private async Task MoveToNewestKeyAsync(ProvenLogin login, TUser user, CancellationToken cancellation)
    {
        var (scheme, newest, userId) = (login.Scheme, login.Keys[0], user.Id);
        var older = (await rules.LinksOfAsync(login, cancellation)).Find(link => link.UserId == userId)?.ProviderKey;
        if (older == newest)
        {
            return;
        }

        var moved = await data.Links.Where(row => row.LoginProvider == scheme && row.ProviderKey == older && row.UserId == userId)
            .ExecuteUpdateAsync(row => row.SetProperty(column => column.ProviderKey, newest), cancellation);
        if (moved != 1)
        {
            throw new DbUpdateConcurrencyException("The link was moved or undone meanwhile.");
        }

        Note(userId, EidAccountEventKind.KeyMoved, scheme);
    }

    private async Task AddLinkAsync(ProvenLogin login, string userId)
    {
        var display = login.IsCard ? BelgianEidDefaults.DisplayName : (await schemes.GetSchemeAsync(login.Scheme))?.DisplayName ?? login.Scheme;
        data.Links.Add(new IdentityUserLogin<string> { LoginProvider = login.Scheme, ProviderKey = login.Keys[0], ProviderDisplayName = display, UserId = userId });
        NoteNumber(login, userId);
    }

    private void NoteNumber(ProvenLogin login, string userId)
    {
        if (login.IsCard && login.Principal.HasClaim(claim => claim.Type == BelgianEidClaimTypes.NationalNumber))
        {
            Note(userId, EidAccountEventKind.NationalNumberReleased, login.Scheme);
        }
    }

    // Two changes of one account at once: the second sees the first one's stamp, is undone, and looks again.
    private static void Touch(TUser user) => user.ConcurrencyStamp = Guid.NewGuid().ToString();

    private static void EndOtherSessions(TUser user)
    {
        Touch(user);
        user.SecurityStamp = Guid.NewGuid().ToString();
    }
}
