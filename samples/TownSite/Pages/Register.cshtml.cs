using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Login;
using TownSite.Texts;

namespace TownSite.Pages;

/// <summary>An account by typing: user name, mail, password, names. Everything in it counts as typed until a card says otherwise.</summary>
[EnableRateLimiting(PasswordLimit.Name)]
internal sealed class RegisterModel(UserManager<TownUser> users, TownLogin login, TimeProvider clock, AccountTexts texts, ILogger<RegisterModel> logger) : PageModel
{
    public string? ReturnUrl { get; private set; }

    public string? UserName { get; private set; }

    public string? Mail { get; private set; }

    public string? GivenNames { get; private set; }

    public string? FamilyName { get; private set; }

    /// <summary>What is wrong, by the id of its field.</summary>
    public Dictionary<string, string> Problems { get; } = new(StringComparer.Ordinal);

    public void OnGet(string? returnUrl) => ReturnUrl = LocalReturn.Of(CardLanding.Beyond(returnUrl));

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        ReturnUrl = LocalReturn.Of(CardLanding.Beyond(returnUrl));
        (UserName, Mail, GivenNames, FamilyName) = (Posted("UserName"), Posted("Mail"), Posted("GivenNames"), Posted("FamilyName"));
        Check();
        if (Problems.Count > 0)
        {
            return Page();
        }

        var user = new TownUser { UserName = UserName, Email = Mail, GivenName = GivenNames!, FamilyName = FamilyName!, CreatedAt = clock.GetUtcNow(), Language = texts.Tag };
        var made = await users.CreateAsync(user, PostedText.Of(Request, "Password") is { Length: <= 200 } password ? password : "");
        if (!made.Succeeded)
        {
            Note(made);
            return Page();
        }

        TownLog.AccountMade(logger);
        await login.ByPasswordAsync(user, HttpContext.RequestAborted);
        return LocalRedirect(ReturnUrl);
    }

    private string? Posted(string field) => PostedText.Of(Request, field)?.Trim();

    private void Check()
    {
        // What begins like that is the site's own, for accounts that a card made.
        if (UserName is not { Length: > 0 and <= 100 } || UserName.StartsWith("eid-", StringComparison.OrdinalIgnoreCase))
        {
            Problems["user"] = texts.ProblemUserName;
        }

        if (Mail is not { Length: > 0 } || !My.ProfileModel.IsMail(Mail))
        {
            Problems["mail"] = texts.ProblemMail;
        }

        if (GivenNames is not { Length: > 0 and <= 100 })
        {
            Problems["given"] = texts.ProblemNames;
        }

        if (FamilyName is not { Length: > 0 and <= 100 })
        {
            Problems["family"] = texts.ProblemNames;
        }
    }

    private void Note(IdentityResult refused)
    {
        foreach (var error in refused.Errors)
        {
            if (error.Code.StartsWith("Password", StringComparison.Ordinal))
            {
                Problems["password"] = texts.ProblemPassword;
            }
            else
            {
                Problems["user"] = texts.ProblemUserName;
            }
        }
    }
}
