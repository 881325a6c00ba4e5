using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Office;
using TownSite.Texts;

namespace TownSite.Pages.Office;

/// <summary>One account for an officer: open or closed, and the code for a new card. No national number is here, because the town keeps none.</summary>
[Authorize(Policy = OfficePolicy.Name)]
internal sealed class AccountModel(OfficeAccounts accounts, CurrentOfficer current, TownClock clock, OfficeTexts texts) : PageModel
{
    private Officer officer = null!;

    public TownUser Account { get; private set; } = null!;

    public IReadOnlyList<AccountEvent> History { get; private set; } = [];

    public RelinkCode? Code { get; private set; }

    public bool IsDone { get; private set; }

    public bool IsOwn => Account.Id == officer.Id;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellation)
    {
        IsDone = Request.Query.ContainsKey("done");
        return await LookAsync(id, cancellation) ? await ShowAsync(cancellation) : NotFound();
    }

    public Task<IActionResult> OnPostCloseAsync(string id, CancellationToken cancellation) => SetClosedAsync(id, true, cancellation);

    public Task<IActionResult> OnPostOpenAsync(string id, CancellationToken cancellation) => SetClosedAsync(id, false, cancellation);

    public async Task<IActionResult> OnPostRelinkAsync(string id, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        if (IsOwn || Account.IsDisabled)
        {
            return Forbid();
        }

        Code = await accounts.IssueRelinkCodeAsync(Account, officer, cancellation);
        return await ShowAsync(cancellation);
    }

    public string Show(DateTimeOffset time) => clock.Show(time);

    public string Say(AccountAct act) => act switch
    {
        AccountAct.Closed => texts.ActClosed,
        AccountAct.Opened => texts.ActOpened,
        AccountAct.RelinkCode => texts.ActRelinkCode,
        _ => texts.ActLooked,
    };

    private async Task<IActionResult> SetClosedAsync(string id, bool closed, CancellationToken cancellation)
    {
        if (!await LookAsync(id, cancellation))
        {
            return NotFound();
        }

        if (IsOwn)
        {
            return Forbid();
        }

        await accounts.SetClosedAsync(Account, closed, officer, cancellation);
        return LocalRedirect($"/office/accounts/{Account.Id}?done");
    }

    private async Task<bool> LookAsync(string id, CancellationToken cancellation)
    {
        officer = await current.OfAsync(User, cancellation);
        var found = await accounts.LookAsync(id, officer, cancellation);
        Account = found!;
        return found is not null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        History = await accounts.HistoryAsync(Account.Id, cancellation);
        return Page();
    }
}
