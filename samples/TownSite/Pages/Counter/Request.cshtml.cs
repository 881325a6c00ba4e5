using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Counter;
using TownSite.Counter.Requests;
using TownSite.Texts;

namespace TownSite.Pages.Counter;

/// <summary>One request of the account: answers, history, who looked at it. Another account's is not there.</summary>
[Authorize]
internal sealed class RequestModel(CitizenRequests requests, TownClock clock, CounterTexts texts) : PageModel
{
    public ServiceRequest Asked { get; private set; } = null!;

    public bool IsSent { get; private set; }

    public bool IsTooLate { get; private set; }

    public string MeansText => Asked is { Means: Means.Card, CardProvenAt: { } at } ? texts.MeansCard.With(Show(at)) : texts.MeansPassword;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        IsSent = Request.Query.ContainsKey("sent");
        return await FindAsync(reference, cancellation) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(string reference, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, cancellation))
        {
            return NotFound();
        }

        if (await requests.WithdrawAsync(Asked, cancellation))
        {
            return LocalRedirect("/me/requests/" + Asked.Reference);
        }

        IsTooLate = true;
        return await FindAsync(reference, cancellation) ? Page() : NotFound();
    }

    public string Show(DateTimeOffset time) => clock.Show(time);

    private async Task<bool> FindAsync(string reference, CancellationToken cancellation)
    {
        var found = await requests.FindAsync(Citizen.Of(User).Id, reference, cancellation);
        Asked = found!;
        return found is not null;
    }
}
