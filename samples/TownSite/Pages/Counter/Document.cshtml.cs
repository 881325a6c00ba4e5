using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Counter;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Texts;

namespace TownSite.Pages.Counter;

/// <summary>A certificate that was ready at once, for paper: proven data alone, each with its source.</summary>
[Authorize]
internal sealed class DocumentModel(CitizenRequests requests, TownClock clock, CounterTexts texts) : PageModel
{
    public ServiceRequest Asked { get; private set; } = null!;

    public string MeansText => Asked is { Means: Means.Card, CardProvenAt: { } at } ? texts.MeansCard.With(Show(at)) : texts.MeansPassword;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (await requests.FindAsync(Citizen.Of(User).Id, reference, cancellation) is not { Statement: not null } found)
        {
            return NotFound();
        }

        Asked = found;
        return Page();
    }

    public string Show(DateTimeOffset time) => clock.Show(time);

    public static string ValueOf(StatedDatum datum) => HostileText.OneLine(datum.Datum == Datum.BirthDate ? CounterWords.ShowDay(datum.Value) : datum.Value);

    public string SourceOf(StatedDatum datum) =>
        (datum.Source == ProfileSource.NationalRegisterSignature ? texts.SourceRegister : texts.SourceCertificate).With(Show(datum.ReadAt));
}
