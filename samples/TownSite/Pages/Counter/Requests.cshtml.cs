using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Counter.Requests;

namespace TownSite.Pages.Counter;

/// <summary>What the account asked: title, when, by whom, state.</summary>
[Authorize]
internal sealed class RequestsModel(CitizenRequests requests, TownClock clock) : PageModel
{
    public IReadOnlyList<ServiceRequest> Requests { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Requests = await requests.ListAsync(Citizen.Of(User).Id, cancellation);

    public string Show(DateTimeOffset time) => clock.Show(time);

    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
