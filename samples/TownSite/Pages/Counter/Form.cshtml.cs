using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Counter;
using TownSite.Counter.Answers;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Texts;

namespace TownSite.Pages.Counter;

/// <summary>Any form of the catalogue. What is typed goes to the server alone: shown again with each problem at its field, or kept as a draft until the card has proven who asks.</summary>
[Authorize]
[RequestFormLimits(ValueLengthLimit = LongestValue, ValueCountLimit = 100)]
[RequestSizeLimit(192 * 1024)]
internal sealed class FormModel(
    FormCatalogue forms, Drafts drafts, CitizenRequests requests, ProvenPersons persons, CardFreshness card, TownClock clock, CounterTexts texts) : PageModel
{
    private const int LongestValue = 64 * 1024;
    private IReadOnlyDictionary<string, FieldDefect> defects = new Dictionary<string, FieldDefect>();

    public CounterForm Form { get; private set; } = null!;

    public PostedAnswers Posted { get; private set; } = PostedAnswers.Empty;

    /// <summary>Made with each page.</summary>
    public Guid Submission { get; private set; } = Guid.NewGuid();

    public PageNotice? Notice { get; private set; }

    /// <summary>When what is shown was kept; null: it is no draft.</summary>
    public string? DraftSavedAt { get; private set; }

    /// <summary>The form asks for a fresh proof by card, and there is none.</summary>
    public bool CardNeeded { get; private set; }

    /// <summary>The page offers to read the address from the card.</summary>
    public bool IsAddressMissing { get; private set; }

    /// <summary>The page offers to read the card once more: what the certificate states was not all given.</summary>
    public bool IsDetailMissing { get; private set; }

    public IEnumerable<FieldView> PersonViews =>
    [
        View(PersonFields.Name, texts.OtherName, texts.OtherNameHint, Posted.OtherName),
        View(PersonFields.Reason, texts.OtherReason, texts.OtherReasonHint, Posted.OtherReason),
    ];

    public IEnumerable<FieldView> FieldViews => Form.Fields.Select(asked => View(asked, asked.Label.Here, HintOf(asked), Posted.Value(asked.Name)));

    public IReadOnlyList<FieldView> Problems => [.. PersonViews.Concat(FieldViews).Where(view => view.Problem is not null)];

    public static string KeyOf(string field) => "a." + field;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (forms.Find((string?)RouteData.Values["form"]) is not { } form)
        {
            context.Result = NotFound();
            return;
        }

        Form = form;
        CardNeeded = !await card.IsProvenAsync(User, form.Assurance);
        await next();
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await drafts.FindAsync(Citizen.Of(User).Id, Form.Id, cancellation) is { } draft)
        {
            (Posted, DraftSavedAt) = (draft.Answers, clock.Show(draft.SavedAt));
            Notice = Form.Assurance.Level == AssuranceLevel.Card && !CardNeeded ? await AfterCardAsync(cancellation) : null;
        }

        await WarnOfAddressAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid submission, CancellationToken cancellation)
    {
        Read();
        defects = AnswerCheck.Defects(Form, Posted, clock.Today);
        if (defects.Count > 0)
        {
            return Page();
        }

        var citizen = Citizen.Of(User);
        var person = await persons.OfAsync(User, cancellation);
        var statement = person.State(Form);
        switch (FormRule.Of(Form, Posted.ForOther ? Asker.Other : Asker.Self, !CardNeeded, person.Residency, statement is not null))
        {
            case RequestOutcome.CardNeeded:
                await drafts.SaveAsync(citizen.Id, Form.Id, Posted, cancellation);
                return CardFreshness.Ask(HttpContext, Form.Assurance, "/counter/" + Form.Id);
            case RequestOutcome.AskerRefused:
                return Shown(new PageNotice("card", null, texts.AskerRefused));
            case RequestOutcome.AddressUnproven:
                return Shown(AddressUnproven());
            case RequestOutcome.Elsewhere:
                return Shown(Elsewhere(person));
            case var outcome when await requests.IsTooManyAsync(citizen.Id, cancellation):
                return Shown(new PageNotice("later", null, texts.TooMany));
            case var outcome:
                var request = await requests.SubmitAsync(Form, Posted, citizen, outcome == RequestOutcome.AtOnce ? statement : null, submission, cancellation);
                await drafts.DropAsync(citizen.Id, Form.Id, cancellation);
                return LocalRedirect($"/me/requests/{request.Reference}?sent");
        }
    }

    /// <summary>The card once more, for what it did not give.</summary>
    public async Task<IActionResult> OnPostAddressAsync(CancellationToken cancellation)
    {
        if (Form.Residents != Residents.Only && Form.Handling != Handling.AtOnce)
        {
            return BadRequest();
        }

        Read();
        await drafts.SaveAsync(Citizen.Of(User).Id, Form.Id, Posted, cancellation);
        return CardFreshness.Ask(HttpContext, Form.Assurance, "/counter/" + Form.Id);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancellation)
    {
        Read();
        await drafts.SaveAsync(Citizen.Of(User).Id, Form.Id, Posted, cancellation);
        return LocalRedirect("/counter/" + Form.Id);
    }

    public async Task<IActionResult> OnPostDropAsync(CancellationToken cancellation)
    {
        await drafts.DropAsync(Citizen.Of(User).Id, Form.Id, cancellation);
        return LocalRedirect("/counter/" + Form.Id);
    }

    private void Read() => Posted = new PostedAnswers
    {
        Values = Form.Fields.ToDictionary(field => field.Name, field => Typed(KeyOf(field.Name)), StringComparer.Ordinal),
        ForOther = Typed("for") == "other" || !Form.MayAsk(Asker.Self),
        OtherName = Typed(KeyOf(PersonFields.NameKey)),
        OtherReason = Typed(KeyOf(PersonFields.ReasonKey)),
    };

    private string Typed(string key) => Request.Form[key].FirstOrDefault() ?? "";

    private PageResult Shown(PageNotice notice)
    {
        Notice = notice;
        return Page();
    }

    // The card is proven; what else it gave was up to its holder.
    private async Task<PageNotice> AfterCardAsync(CancellationToken cancellation)
    {
        if (Posted.ForOther)
        {
            return new PageNotice("done", null, texts.CardProven);
        }

        var person = await persons.OfAsync(User, cancellation);
        return (Form.Residents, person.Residency) switch
        {
            (Residents.Only, Residency.Unproven) => AddressUnproven(),
            (Residents.Only, Residency.Elsewhere) => Elsewhere(person),
            _ when IsSlower(person) => DetailsUnproven(),
            _ => new PageNotice("done", null, texts.CardProven),
        };
    }

    // It would be ready at once, had the card given all that it states.
    private bool IsSlower(ProvenPerson person) =>
        Form.Handling == Handling.AtOnce && person.Residency != Residency.Elsewhere && (person.Residency == Residency.Unproven || person.State(Form) is null);

    private PageNotice DetailsUnproven()
    {
        IsDetailMissing = true;
        return new PageNotice("later", texts.DetailsTitle, texts.DetailsUnproven);
    }

    private PageNotice AddressUnproven()
    {
        IsAddressMissing = true;
        return new PageNotice("later", texts.AddressTitle, texts.AddressUnproven);
    }

    // Said before somebody fills it all in.
    private async Task WarnOfAddressAsync(CancellationToken cancellation)
    {
        if (Form.Residents == Residents.Only && Notice is null && await persons.OfAsync(User, cancellation) is { Residency: Residency.Elsewhere } person)
        {
            Notice = Elsewhere(person);
        }
    }

    private PageNotice Elsewhere(ProvenPerson person) =>
        new("card", texts.ElsewhereTitle, texts.Elsewhere.With(person.Municipality is { } town ? HostileText.OneLine(town) : texts.AnotherTown));

    private FieldView View(FormField field, string label, string? hint, string value) =>
        new(field, label, hint, value, defects.TryGetValue(field.Name, out var defect) ? texts.Of(defect, field, clock.Today) : null);

    private string? HintOf(FormField field) => (field.Hint?.Here, field.Type) switch
    {
        (var hint, FieldKind.Number) => $"{hint} {texts.NumberRange.With(field.Min!, field.Max!)}".Trim(),
        (var hint, FieldKind.LongText) => $"{hint} {texts.Characters.With(field.Longest)}".Trim(),
        (var hint, _) => hint,
    };
}
