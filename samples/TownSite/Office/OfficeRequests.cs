using Microsoft.EntityFrameworkCore;
using TownSite.Counter;
using TownSite.Counter.Answers;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Mail;

namespace TownSite.Office;

/// <summary>All requests, for officers.</summary>
internal sealed class OfficeRequests(TownContext context, TownMail mail, TimeProvider clock, ILogger<OfficeRequests> logger)
{
    public const int PageSize = 20;
    public const int LongestNote = 1000;

    /// <summary>A page of the list, the newest first. Nobody's name is read for it.</summary>
    public async Task<RequestList> ListAsync(RequestState? state, string? formId, int page, CancellationToken cancellation)
    {
        var found = context.Set<ServiceRequest>().AsNoTracking();
        found = state is { } wanted ? found.Where(row => row.State == wanted) : found;
        found = string.IsNullOrEmpty(formId) ? found : found.Where(row => row.FormId == formId);
        var total = await found.CountAsync(cancellation);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        return new RequestList(
            await found.OrderByDescending(row => row.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellation), total, page, pages);
    }

    /// <summary>Opens a request. That it was opened, and by whom, is written first; without that nothing is shown.</summary>
    public async Task<ServiceRequest?> LookAsync(string reference, Officer officer, CancellationToken cancellation)
    {
        if (await context.Set<ServiceRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.Reference == reference, cancellation) is not { } request)
        {
            return null;
        }

        context.Add(new RequestLook { RequestId = request.Id, At = clock.GetUtcNow(), OfficerId = officer.Id, OfficerName = officer.Name });
        await context.SaveChangesAsync(cancellation);
        return await context.Set<ServiceRequest>().AsNoTracking().Include(row => row.Events).Include(row => row.Looks).AsSplitQuery()
            .SingleAsync(row => row.Id == request.Id, cancellation);
    }

    /// <summary>Changes a request's state and tells who asked. Null when there is no such request.</summary>
    /// <param name="reference">Which.</param>
    /// <param name="version">As the officer saw it.</param>
    /// <param name="to">The state it shall have.</param>
    /// <param name="note">For the citizen to read.</param>
    /// <param name="officer">Who does it.</param>
    /// <param name="cancellation">The request's.</param>
    public async Task<ChangeOutcome?> ChangeAsync(string reference, Guid version, RequestState to, string note, Officer officer, CancellationToken cancellation)
    {
        if (await context.Set<ServiceRequest>().SingleOrDefaultAsync(row => row.Reference == reference, cancellation) is not { } request)
        {
            return null;
        }

        note = AnswerCheck.Clean(note);
        if (Refused(request, version, to, note, officer) is { } refused)
        {
            return refused;
        }

        request.Change(to, new RequestEvent { At = clock.GetUtcNow(), Actor = ActorKind.Officer, ActorId = officer.Id, ActorName = officer.Name, State = to, Note = note });
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            context.ChangeTracker.Clear();
            CounterLog.StateConflict(logger);
            return ChangeOutcome.Conflict;
        }

        CounterLog.StateChanged(logger, to.ToString());
        var asker = await context.Users.AsNoTracking().SingleAsync(user => user.Id == request.AskerId, cancellation);
        await mail.StateChangedAsync(asker, request.Reference, to, cancellation);
        return ChangeOutcome.Done;
    }

    private static ChangeOutcome? Refused(ServiceRequest request, Guid version, RequestState to, string note, Officer officer) =>
        request.AskerId == officer.Id ? ChangeOutcome.OwnRequest
        : request.Version != version ? ChangeOutcome.Conflict
        : !StateChange.OfficerMay(request.State, to) ? ChangeOutcome.NotAllowed
        : note.Length > LongestNote || note.Any(character => char.IsControl(character) && character is not ('\n' or '\t')) ? ChangeOutcome.NoteWrong
        : note.Length == 0 && StateChange.NeedsNote(to) ? ChangeOutcome.NoteMissing
        : null;
}
