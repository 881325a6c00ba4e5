using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EidAuth.AspNetCore.Identity.Data;

/// <summary>
/// Runs a change as one transaction, in a scope of its own: what a page has loaded or half changed in the request's context is neither saved nor believed. When the
/// database decides for somebody else who was at it at the same time, the change looks again at what is there now.
/// </summary>
internal sealed class AccountTransactions(IServiceScopeFactory scopes, AccountContext request)
{
    private const int Attempts = 5;

    // SQLSTATE: unique_violation, serialization_failure, deadlock_detected.
    private static readonly string[] LostStates = ["23505", "40001", "40P01"];

    /// <summary>Runs <paramref name="change"/> until it stands; it saves by itself, and may run several times.</summary>
    /// <param name="change">Gets its scope's services, and whether it lost against somebody before.</param>
    /// <param name="cancellation">Ends it, and undoes it.</param>
    public async Task<T> RunAsync<T>(Func<IServiceProvider, bool, Task<T>> change, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var lost = attempt > 1;
                return await request.Context.Database.CreateExecutionStrategy().ExecuteAsync(token => OnceAsync(change, lost, token), cancellation);
            }
            catch (Exception exception) when (attempt < Attempts && IsLost(exception))
            {
                // Rolled back; the next attempt sees who won.
            }
        }
    }

    private async Task<T> OnceAsync<T>(Func<IServiceProvider, bool, Task<T>> change, bool lost, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<AccountContext>().Context;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var result = await change(scope.ServiceProvider, lost);
        await transaction.CommitAsync(cancellation);
        return result;
    }

    private static bool IsLost(Exception exception)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is DbUpdateException || (current is DbException { SqlState: { } state } && LostStates.Contains(state)))
            {
                return true;
            }
        }

        return false;
    }
}
