using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Counter.Forms;
using TownSite.Texts;

namespace TownSite.Pages.Counter;

/// <summary>What can be asked at the counter, and what each form needs.</summary>
internal sealed class CatalogueModel(FormCatalogue forms, CounterTexts texts) : PageModel
{
    public IEnumerable<(FormKind Kind, string Title)> Kinds => [(FormKind.Certificate, texts.Certificates), (FormKind.Report, texts.Reports)];

    public IEnumerable<CounterForm> Of(FormKind kind) => forms.All.Where(form => form.Kind == kind);
}
