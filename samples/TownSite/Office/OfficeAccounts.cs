using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TownSite.Counter;
using TownSite.Data;

namespace TownSite.Office;

/// <summary>People's accounts, for officers. Every act, looking too, is written down with who did it.</summary>
internal sealed class OfficeAccounts(
    UserManager<TownUser> users, EidAccounts<TownUser> accounts, IServerSessions sessions, TownContext context, TimeProvider clock, ILogger<OfficeAccounts> logger)
{
    private const int MostFound = 20;
    private const int MostTries = 3;

    /// <summary>
    /// All with that whole user name or mail address, the oldest first; nothing can be listed. More than one must never pass for one: anybody can register a user name that
    /// is somebody's address, or give an address that is not theirs.
    /// </summary>
    public async Task<IReadOnlyList<TownUser>> FindAsync(string key, CancellationToken cancellation)
    {
        var (name, mail) = (users.NormalizeName(key), users.NormalizeEmail(key));
        var found = await context.Users.AsNoTracking().Where(user => user.NormalizedUserName == name || user.NormalizedEmail == mail).ToListAsync(cancellation);
        return [.. found.OrderBy(user => user.CreatedAt).Take(MostFound)];
    }

    /// <summary>Opens an account's page; null when there is none.</summary>
    public async Task<TownUser?> LookAsync(string id, Officer officer, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(id) is not { } user)
        {
            return null;
        }

        await NoteAsync(user, AccountAct.Looked, officer, cancellation);
        return user;
    }

    /// <summary>The newest first.</summary>
    public Task<List<AccountEvent>> HistoryAsync(string id, CancellationToken cancellation) =>
        context.Set<AccountEvent>().AsNoTracking().Where(line => line.UserId == id).OrderByDescending(line => line.Id).Take(50).ToListAsync(cancellation);

    /// <summary>Closes an account and ends its sessions, or opens it again.</summary>
    public async Task SetClosedAsync(TownUser user, bool closed, Officer officer, CancellationToken cancellation)
    {
        if (user.IsDisabled == closed)
        {
            return;
        }

        user.IsDisabled = closed;
        for (var tries = 1; !(await users.UpdateSecurityStampAsync(user)).Succeeded; tries++)
        {
            if (tries == MostTries)
            {
                throw new InvalidOperationException("The account could not be closed or opened; nothing was changed.");
            }

            // Its owner, or another officer, changed it meanwhile: closing does not depend on what.
            await context.Entry(user).ReloadAsync(cancellation);
            user.IsDisabled = closed;
        }

        await NoteAsync(user, closed ? AccountAct.Closed : AccountAct.Opened, officer, cancellation);
        await sessions.EndAllAsync(user.Id, null, cancellation);
    }

    /// <summary>A code for somebody whom the officer recognised at the desk.</summary>
    public async Task<RelinkCode> IssueRelinkCodeAsync(TownUser user, Officer officer, CancellationToken cancellation)
    {
        var code = await accounts.IssueRelinkCodeAsync(user, officer.Id, cancellation: cancellation);
        await NoteAsync(user, AccountAct.RelinkCode, officer, cancellation);
        return code;
    }

    private async Task NoteAsync(TownUser user, AccountAct act, Officer officer, CancellationToken cancellation)
    {
        context.Add(new AccountEvent { UserId = user.Id, At = clock.GetUtcNow(), OfficerId = officer.Id, OfficerName = officer.Name, Act = act });
        await context.SaveChangesAsync(cancellation);
        CounterLog.AccountAct(logger, act.ToString());
    }
}
