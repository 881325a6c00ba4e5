using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Office;

namespace TownSite.Pages.Office;

/// <summary>Finds one account by its whole name. POST, so that names and addresses are in no URL.</summary>
[Authorize(Roles = TownRoles.Officer)]
internal sealed class AccountsModel(OfficeAccounts accounts) : PageModel
{
    public string Key { get; private set; } = "";

    public bool IsNone { get; private set; }

    public async Task<IActionResult> OnPostAsync(string? key)
    {
        Key = key?.Trim() ?? "";
        if (Key.Length is > 0 and <= 256 && await accounts.FindAsync(Key) is { } user)
        {
            return LocalRedirect("/office/accounts/" + user.Id);
        }

        IsNone = true;
        return Page();
    }
}
