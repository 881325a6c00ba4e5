using Microsoft.EntityFrameworkCore;
using TownSite.Counter.Answers;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>Half-filled forms, on the server alone: not in an address, not in a challenge, not in the browser. An account sees its own.</summary>
internal sealed class Drafts(TownContext context, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>The draft of that account and form; null when there is none, or it is too old.</summary>
    public async Task<(PostedAnswers Answers, DateTimeOffset SavedAt)?> FindAsync(string userId, string formId, CancellationToken cancellation)
    {
        var oldest = Now - (long)Draft.Lifetime.TotalSeconds;
        var draft = await context.Set<Draft>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.UserId == userId && row.FormId == formId && row.SavedAt > oldest, cancellation);
        return draft is null ? null : (draft.Answers, DateTimeOffset.FromUnixTimeSeconds(draft.SavedAt));
    }

    /// <summary>Keeps what was filled in, in place of what was kept before. Of two at the same instant the later stays.</summary>
    public async Task SaveAsync(string userId, string formId, PostedAnswers answers, CancellationToken cancellation)
    {
        await DropOldAsync(cancellation);
        if (await ReplaceAsync(userId, formId, answers, cancellation))
        {
            return;
        }

        context.Add(new Draft { UserId = userId, FormId = formId, Answers = answers, SavedAt = Now });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException)
        {
            // Another page of this account kept one between the two steps.
            context.ChangeTracker.Clear();
            if (!await ReplaceAsync(userId, formId, answers, cancellation))
            {
                throw;
            }
        }
    }

    public Task DropAsync(string userId, string formId, CancellationToken cancellation) =>
        context.Set<Draft>().Where(row => row.UserId == userId && row.FormId == formId).ExecuteDeleteAsync(cancellation);

    private async Task<bool> ReplaceAsync(string userId, string formId, PostedAnswers answers, CancellationToken cancellation) =>
        await context.Set<Draft>().Where(row => row.UserId == userId && row.FormId == formId)
            .ExecuteUpdateAsync(draft => draft.SetProperty(row => row.Answers, answers).SetProperty(row => row.SavedAt, Now), cancellation) > 0;

    // Whoever saves one sweeps: no draft outlives its time by more than until the next.
    private Task<int> DropOldAsync(CancellationToken cancellation)
    {
        var oldest = Now - (long)Draft.Lifetime.TotalSeconds;
        return context.Set<Draft>().Where(row => row.SavedAt <= oldest).ExecuteDeleteAsync(cancellation);
    }
}
