using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TownSite.Counter.Answers;
using TownSite.Counter.Forms;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>The requests of an account, for that account.</summary>
internal sealed class CitizenRequests(TownContext context, IOptions<CounterOptions> options, TimeProvider clock, ILogger<CitizenRequests> logger)
{
    private const int MostListed = 200;

    /// <summary>The newest first.</summary>
    public Task<List<ServiceRequest>> ListAsync(string userId, CancellationToken cancellation) =>
        context.Set<ServiceRequest>().AsNoTracking().Where(row => row.AskerId == userId).OrderByDescending(row => row.Id).Take(MostListed).ToListAsync(cancellation);

    /// <summary>With history and looks; null when there is none, or it is another account's.</summary>
    public Task<ServiceRequest?> FindAsync(string userId, string reference, CancellationToken cancellation) =>
        context.Set<ServiceRequest>().Include(row => row.Events).Include(row => row.Looks).AsSplitQuery()
            .SingleOrDefaultAsync(row => row.AskerId == userId && row.Reference == reference, cancellation);

    /// <summary>Whether the account has sent as many as it may in a day.</summary>
    public async Task<bool> IsTooManyAsync(string userId, CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - TimeSpan.FromDays(1);
        return await context.Set<ServiceRequest>().CountAsync(row => row.AskerId == userId && row.CreatedAt > since, cancellation) >= options.Value.MostRequestsPerDay;
    }

    /// <summary>Keeps a request that was checked. The same page sent twice is one request.</summary>
    /// <param name="form">What is asked.</param>
    /// <param name="posted">The answers, without a defect.</param>
    /// <param name="citizen">Who asks.</param>
    /// <param name="statement">With what is ready at once; null where an officer decides.</param>
    /// <param name="submission">Made with the page.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<ServiceRequest> SubmitAsync(
        CounterForm form, PostedAnswers posted, Citizen citizen, Statement? statement, Guid submission, CancellationToken cancellation)
    {
        if (await FindSentAsync(citizen.Id, submission, cancellation) is { } sent)
        {
            return sent;
        }

        var account = await context.Users.SingleAsync(user => user.Id == citizen.Id, cancellation);
        var now = clock.GetUtcNow();
        var request = new ServiceRequest
        {
            Reference = RequestReference.New(),
            Submission = submission,
            FormId = form.Id,
            Kind = form.Kind,
            Title = form.Title,
            Answers = AnswerSheet.Of(form, posted),
            AskerId = citizen.Id,
            AskerName = $"{account.GivenName} {account.FamilyName}".Trim(),
            Means = citizen.Means,
            CardProvenAt = citizen.CardProvenAt,
            TestTrust = citizen.TestTrust,
            OtherName = posted.ForOther ? AnswerCheck.Clean(posted.OtherName) : "",
            OtherReason = posted.ForOther ? AnswerCheck.Clean(posted.OtherReason) : "",
            CreatedAt = now,
            ChangedAt = now,
            State = RequestState.Submitted,
            Statement = statement,
        };
        request.Change(RequestState.Submitted, new RequestEvent { At = now, Actor = ActorKind.Citizen, State = RequestState.Submitted });
        if (statement is not null)
        {
            request.Change(RequestState.Ready, new RequestEvent { At = now, Actor = ActorKind.Town, State = RequestState.Ready });
        }

        context.Add(request);
        try
        {
            await context.SaveChangesAsync(cancellation);
            CounterLog.RequestSent(logger, citizen.Means.ToString(), request.State.ToString());
            return request;
        }
        catch (DbUpdateException)
        {
            // Sent twice at the same instant: the index let one through.
            context.ChangeTracker.Clear();
            if (await FindSentAsync(citizen.Id, submission, cancellation) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    /// <summary>Takes a request back; false when it is too late for that.</summary>
    public async Task<bool> WithdrawAsync(ServiceRequest request, CancellationToken cancellation)
    {
        if (!StateChange.CitizenMayWithdraw(request.State))
        {
            return false;
        }

        request.Change(RequestState.Withdrawn, new RequestEvent { At = clock.GetUtcNow(), Actor = ActorKind.Citizen, State = RequestState.Withdrawn });
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            return false;
        }
    }

    private Task<ServiceRequest?> FindSentAsync(string userId, Guid submission, CancellationToken cancellation) =>
        context.Set<ServiceRequest>().SingleOrDefaultAsync(row => row.AskerId == userId && row.Submission == submission, cancellation);
}
