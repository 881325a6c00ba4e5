using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Counter;
using TownSite.Counter.Requests;
using TownSite.Login;
using TownSite.Office;
using TownSite.Texts;

namespace TownSite.Pages.Office;

/// <summary>One request for an officer. That it is shown is written down before it is shown.</summary>
[Authorize(Policy = OfficePolicy.Name)]
internal sealed class CaseModel(OfficeRequests requests, CurrentOfficer current, TownClock clock, CounterTexts counter, OfficeTexts texts) : PageModel
{
    private Officer officer = null!;

    public ServiceRequest Asked { get; private set; } = null!;

    public string Note { get; private set; } = "";

    public string? Problem { get; private set; }

    public string? NoteProblem { get; private set; }

    public bool IsChanged { get; private set; }

    public bool IsOwn => Asked.AskerId == officer.Id;

    public IEnumerable<RequestState> Next => StateChange.OfficerFrom(Asked.State);

    public string MeansText => Asked is { Means: Means.Card, CardProvenAt: { } at } ? counter.MeansCard.With(Show(at)) : counter.MeansPassword;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        IsChanged = Request.Query.ContainsKey("changed");
        return await ShowAsync(reference, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string reference, Guid version, string? to, CancellationToken cancellation)
    {
        if (!Enum.GetNames<RequestState>().Contains(to))
        {
            return BadRequest();
        }

        Note = PostedText.Of(Request, "note") ?? "";
        officer = await current.OfAsync(User, cancellation);
        switch (await requests.ChangeAsync(reference, version, Enum.Parse<RequestState>(to!), Note, officer, cancellation))
        {
            case null:
                return NotFound();
            case ChangeOutcome.Done:
                return LocalRedirect($"/office/requests/{reference}?changed");
            case ChangeOutcome.NoteMissing:
                NoteProblem = texts.NoteMissing;
                break;
            case ChangeOutcome.NoteWrong:
                NoteProblem = texts.NoteWrong;
                break;
            case ChangeOutcome.OwnRequest:
                Problem = texts.OwnRequest;
                break;
            case ChangeOutcome.NotAllowed:
                Problem = texts.NotAllowed;
                break;
            default:
                Problem = texts.Conflict;
                break;
        }

        return await ShowAsync(reference, cancellation);
    }

    public string Show(DateTimeOffset time) => clock.Show(time);

    public string Act(RequestState to) => to switch
    {
        RequestState.InProgress => texts.TakeUp,
        RequestState.Ready => texts.MarkReady,
        _ => texts.Refuse,
    };

    private async Task<IActionResult> ShowAsync(string reference, CancellationToken cancellation)
    {
        officer = await current.OfAsync(User, cancellation);
        if (await requests.LookAsync(reference, officer, cancellation) is not { } found)
        {
            return NotFound();
        }

        Asked = found;
        return Page();
    }
}
