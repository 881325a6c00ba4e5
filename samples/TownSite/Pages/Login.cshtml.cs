using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using TownSite.Accounts;
using TownSite.Login;
using TownSite.Texts;

namespace TownSite.Pages;

/// <summary>Both ways side by side, and what became of a card login that did not succeed.</summary>
[EnableRateLimiting(PasswordLimit.Name)]
internal sealed class LoginModel(TownAccounts accounts, IOptions<AccountOptions> options, IWebHostEnvironment environment, TownTexts texts, ILogger<LoginModel> logger)
    : PageModel
{
    /// <summary>Where to go afterwards; null when nothing of this site was asked for.</summary>
    public string? ReturnUrl { get; private set; }

    public string? Problem { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>The demonstration's account, in Development only.</summary>
    public (string UserName, string Password)? Shown =>
        environment.IsDevelopment() && options.Value is { ShownPassword: { } password, Accounts: [var account, ..] } ? (account.UserName, password) : null;

    public void OnGet(string? returnUrl) => ReturnUrl = Checked(returnUrl);

    public async Task<IActionResult> OnPostAsync(string? returnUrl, string? userName, string? password)
    {
        ReturnUrl = Checked(returnUrl);
        UserName = userName;
        if (userName is not { Length: > 0 and <= 100 } || password is not { Length: > 0 and <= 200 })
        {
            Problem = texts.PasswordMissing;
            return Page();
        }

        if (accounts.LogIn(userName, password) is not { } person)
        {
            TownLog.PasswordWrong(logger);
            Problem = texts.PasswordWrong;
            return Page();
        }

        TownLog.PasswordRight(logger);
        await HttpContext.SignInAsync(person);
        return LocalRedirect(ReturnUrl ?? LocalReturn.Default);
    }

    private static string? Checked(string? returnUrl) => LocalReturn.Of(returnUrl, "") is { Length: > 0 } local ? local : null;
}
