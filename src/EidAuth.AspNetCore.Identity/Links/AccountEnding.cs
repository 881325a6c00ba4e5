using EidAuth.AspNetCore.Identity.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace EidAuth.AspNetCore.Identity.Links;

/// <summary>How a change ends: in the database first, then the proof is used up, then whoever should hear of it does.</summary>
internal sealed class AccountEnding<TUser>(AccountTransactions transactions, IEnumerable<IAccountNotice<TUser>> notices, ILogger<EidAccounts<TUser>> logger)
    where TUser : IdentityUser<string>
{
    /// <summary>Runs a change by a proven login.</summary>
    /// <param name="login">Its cookie goes, unless the person has still something to correct with it.</param>
    /// <param name="kind">What is told; null: nothing.</param>
    /// <param name="change">Gets the services of its transaction, and whether it lost against somebody before; says whether anything changed.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<AccountOutcome<TUser>> RunAsync(
        ProvenLogin login,
        EidAccountEventKind? kind,
        Func<IServiceProvider, bool, Task<(AccountOutcome<TUser> Outcome, bool Changed)>> change,
        CancellationToken cancellation)
    {
        var (outcome, changed) = await transactions.RunAsync(change, cancellation);
        if (!CanBeMended(outcome))
        {
            await login.EndAsync();
        }

        return await TellAsync(outcome, login.Scheme, changed ? kind : null, cancellation);
    }

    /// <summary>Logs how it ended, and tells of it when it is done.</summary>
    public async Task<AccountOutcome<TUser>> TellAsync(AccountOutcome<TUser> outcome, string scheme, EidAccountEventKind? kind, CancellationToken cancellation)
    {
        if (outcome is AccountOutcome<TUser>.Refused refused)
        {
            AccountsLog.Refused(logger, scheme, refused.Reason.ToCode());
        }

        if (outcome is AccountOutcome<TUser>.Done done && kind is { } what)
        {
            AccountsLog.Changed(logger, scheme, what);
            foreach (var notice in notices)
            {
                await TellAsync(notice, done.User, what, scheme, cancellation);
            }
        }

        return outcome;
    }

    /// <summary>A refusal that came only of somebody who was faster.</summary>
    public static AccountOutcome<TUser> AsLostRace(AccountOutcome<TUser> outcome) =>
        outcome is AccountOutcome<TUser>.Refused { Reason: AccountRefusal.LinkedElsewhere or AccountRefusal.AccountHasAnotherCard } refused
            ? refused with { Reason = AccountRefusal.LostRace, Settled = refused.Reason }
            : outcome;

    private static bool CanBeMended(AccountOutcome<TUser> outcome) => outcome is AccountOutcome<TUser>.Invalid or AccountOutcome<TUser>.Refused
    {
        Reason: AccountRefusal.NamesDiffer or AccountRefusal.NotLinked or AccountRefusal.CodeWrong or AccountRefusal.CodeExpired or AccountRefusal.CodeUsed,
    };

    // The change stands: what fails here is logged and hides nothing of that.
    private async Task TellAsync(IAccountNotice<TUser> notice, TUser user, EidAccountEventKind kind, string scheme, CancellationToken cancellation)
    {
        try
        {
            await notice.ChangedAsync(user, kind, scheme, cancellation);
        }
        catch (Exception exception)
        {
            AccountsLog.NoticeFailed(logger, kind, notice.GetType().Name, exception.GetType().Name);
        }
    }
}
