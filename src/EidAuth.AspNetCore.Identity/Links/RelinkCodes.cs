using EidAuth.AspNetCore.Identity.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>Codes with which officers let a person put a new card in the old one's place; inside the transaction whose scope this came from.</summary>
internal sealed class RelinkCodes<TUser>(AccountContext data, AccountRules<TUser> rules, LinkChanges<TUser> changes, TimeProvider clock)
    where TUser : IdentityUser<string>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    public const int Tries = 5;

    public async Task<RelinkCode> IssueAsync(string userId, string officerId, string scheme, CancellationToken cancellation)
    {
        var code = RelinkCodeText.Make();
        var expiresAt = clock.GetUtcNow() + Lifetime;
        await data.RelinkCodes.Where(earlier => earlier.UserId == userId).ExecuteDeleteAsync(cancellation);
        data.RelinkCodes.Add(new RelinkCodeRow
        {
            UserId = userId,
            Selector = RelinkCodeText.Selector(code),
            Hash = RelinkCodeText.Hash(code, userId),
            Scheme = scheme,
            OfficerId = officerId,
            ExpiresAt = expiresAt,
            TriesLeft = Tries,
        });
        changes.Note(userId, EidAccountEventKind.RelinkCodeIssued, scheme, officerId);
        await data.Context.SaveChangesAsync(cancellation);
        return new RelinkCode(RelinkCodeText.Shown(code), expiresAt);
    }

    /// <summary>A try is used up whatever comes of it, and stays so: a refusal is committed too.</summary>
    public async Task<AccountOutcome<TUser>> RelinkAsync(ProvenLogin login, string typed, CancellationToken cancellation)
    {
        if (rules.RefusalOf(login) is { } refusal)
        {
            return Refused(refusal);
        }

        if (login.Purpose != ChallengePurpose.Login)
        {
            return Refused(AccountRefusal.PurposeMismatch);
        }

        if (RelinkCodeText.Read(typed) is not { } code || await TryAsync(code, login.Scheme, cancellation) is not { } row)
        {
            return Refused(AccountRefusal.CodeWrong);
        }

        if (RefusalOf(row.Code, row.MayTry, code) is { } reason)
        {
            return Refused(reason);
        }

        return await UseAsync(row.Code, login, cancellation);
    }

    // The try is taken before the code is looked at, by a statement that also makes others at the same code wait until this transaction is over.
    private async Task<(RelinkCodeRow Code, bool MayTry)?> TryAsync(string code, string scheme, CancellationToken cancellation)
    {
        var (selector, now) = (RelinkCodeText.Selector(code), clock.GetUtcNow());
        var taken = await data.RelinkCodes
            .Where(row => row.Selector == selector && row.Scheme == scheme && row.UsedAt == null && row.ExpiresAt > now && row.TriesLeft > 0)
            .ExecuteUpdateAsync(row => row.SetProperty(column => column.TriesLeft, column => column.TriesLeft - 1), cancellation);
        return await data.RelinkCodes.SingleOrDefaultAsync(row => row.Selector == selector && row.Scheme == scheme, cancellation) is { } found ? (found, taken == 1) : null;
    }

    private static AccountRefusal? RefusalOf(RelinkCodeRow row, bool mayTry, string code)
    {
        if (!mayTry)
        {
            return row.UsedAt is null ? AccountRefusal.CodeExpired : RelinkCodeText.Matches(code, row.UserId, row.Hash) ? AccountRefusal.CodeUsed : AccountRefusal.CodeWrong;
        }

        return RelinkCodeText.Matches(code, row.UserId, row.Hash) ? null : row.TriesLeft == 0 ? AccountRefusal.CodeExpired : AccountRefusal.CodeWrong;
    }

    private async Task<AccountOutcome<TUser>> UseAsync(RelinkCodeRow row, ProvenLogin login, CancellationToken cancellation)
    {
        if (await data.FindAsync<TUser>(row.UserId, cancellation) is not { } user)
        {
            return Refused(AccountRefusal.AccountChanged);
        }

        if (rules.IsClosed(user))
        {
            return Refused(AccountRefusal.AccountDisabled);
        }

        if ((await rules.LinksOfAsync(login, cancellation)).Any(link => link.UserId != row.UserId))
        {
            return Refused(AccountRefusal.LinkedElsewhere);
        }

        row.UsedAt = clock.GetUtcNow();
        await changes.ReplaceAsync(login, user, row.OfficerId, cancellation);
        return new AccountOutcome<TUser>.Done(user);
    }

    private static AccountOutcome<TUser>.Refused Refused(AccountRefusal reason) => new(reason);
}
