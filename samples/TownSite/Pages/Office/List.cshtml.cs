using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Office;

namespace TownSite.Pages.Office;

/// <summary>All requests, by state and form, twenty at a time.</summary>
[Authorize(Policy = OfficePolicy.Name)]
internal sealed class ListModel(OfficeRequests requests, FormCatalogue forms, TownClock clock) : PageModel
{
    public RequestList List { get; private set; } = null!;

    public RequestState? State { get; private set; }

    public string? FormId { get; private set; }

    public IReadOnlyList<CounterForm> Forms => forms.All;

    public async Task OnGetAsync(string? state, string? form, int? p, CancellationToken cancellation)
    {
        // What is no state filters nothing; a number is none.
        State = Enum.TryParse<RequestState>(state, out var wanted) && Enum.GetNames<RequestState>().Contains(state) ? wanted : null;
        FormId = forms.Find(form)?.Id;
        List = await requests.ListAsync(State, FormId, p ?? 1, cancellation);
    }

    public string Show(DateTimeOffset time) => clock.Show(time);
}
