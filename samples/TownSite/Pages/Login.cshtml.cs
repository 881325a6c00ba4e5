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
internal sealed class LoginModel(
    PasswordCheck passwords, PasswordTries tries, TownLogin login, IOptions<AccountOptions> options,
    IWebHostEnvironment environment, TownTexts texts, AccountTexts accountTexts, ILogger<LoginModel> logger) : PageModel
{
    /// <summary>Where to go afterwards; null when nothing of this site was asked for.</summary>
    public string? ReturnUrl { get; private set; }

    public string? Problem { get; private set; }

    public string? UserName { get; private set; }

    /// <summary>The demonstration's account, in Development only.</summary>
    public (string UserName, string Password)? Shown =>
        environment.IsDevelopment() && options.Value.ShownAccount is { } account ? (account, Seed.Password) : null;

    public void OnGet(string? returnUrl) => ReturnUrl = Checked(returnUrl);

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        var (userName, password) = (PostedText.Of(Request, "UserName"), PostedText.Of(Request, "Password"));
        ReturnUrl = Checked(returnUrl);
        UserName = userName;
        if (userName is not { Length: > 0 and <= 100 } || password is not { Length: > 0 and <= 200 })
        {
            Problem = texts.PasswordMissing;
            return Page();
        }

        if (!tries.Take(HttpContext, userName))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await passwords.AccountOfAsync(userName, password) is not { } account)
        {
            TownLog.PasswordWrong(logger);
            Problem = texts.PasswordWrong;
            return Page();
        }

        if (account.IsDisabled)
        {
            TownLog.AccountClosed(logger);
            Problem = accountTexts.Closed;
            return Page();
        }

        TownLog.PasswordRight(logger);
        await login.ByPasswordAsync(account, HttpContext.RequestAborted);
        return LocalRedirect(ReturnUrl ?? LocalReturn.Default);
    }

    private static string? Checked(string? returnUrl) => LocalReturn.Of(CardLanding.Beyond(returnUrl), "") is { Length: > 0 } local ? local : null;
}
