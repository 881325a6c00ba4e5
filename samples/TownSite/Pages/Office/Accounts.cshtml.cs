using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Login;
using TownSite.Office;

namespace TownSite.Pages.Office;

/// <summary>Finds one account by its whole name. POST, so that names and addresses are in no URL.</summary>
[Authorize(Policy = OfficePolicy.Name)]
internal sealed class AccountsModel(OfficeAccounts accounts) : PageModel
{
    public string Key { get; private set; } = "";

    public bool IsNone { get; private set; }

    /// <summary>When several have it: a user name may be written like somebody else's address, and an address may be of two accounts.</summary>
    public IReadOnlyList<TownUser> Several { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        Key = PostedText.Of(Request, "key")?.Trim() ?? "";
        var found = Key.Length is > 0 and <= 256 ? await accounts.FindAsync(Key, HttpContext.RequestAborted) : [];
        if (found is [var one])
        {
            return LocalRedirect("/office/accounts/" + one.Id);
        }

        (Several, IsNone) = (found, found.Count == 0);
        return Page();
    }
}
