using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Login;
using TownSite.Texts;

namespace TownSite.Pages;

/// <summary>
/// Where every proven card comes back to. A card the town knows begins a session. Of one it does not know the page shows the name, and nothing is made or linked before
/// the person says so.
/// </summary>
[EnableRateLimiting(PasswordLimit.Name)]
internal sealed class CardModel(
    UserManager<TownUser> users, PasswordCheck passwords, PasswordTries tries, TownLogin login, TimeProvider clock, TownTexts texts, AccountTexts accountTexts,
    ILogger<CardModel> logger) : PageModel
{
    private EidTicket? card;

    public string? ReturnUrl { get; private set; }

    public string? Problem { get; private set; }

    public string Name => Text(BelgianEidClaimTypes.Name) is { Length: > 0 } name ? name : texts.MeNoName;

    public bool IsTest => card!.Principal.HasClaim(BelgianEidClaimTypes.TestTrust, "true");

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (!await ReadAsync(returnUrl))
        {
            return LocalRedirect("/login");
        }

        return await AccountAsync() is { } account ? await BeginAsync(account) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? returnUrl)
    {
        if (!await ReadAsync(returnUrl))
        {
            return LocalRedirect("/login");
        }

        if (await AccountAsync() is { } known)
        {
            return await BeginAsync(known);
        }

        var account = new TownUser
        {
            UserName = "eid-" + Guid.NewGuid().ToString("N"),
            GivenName = card!.Principal.FindFirstValue(BelgianEidClaimTypes.GivenName) ?? "",
            FamilyName = card.Principal.FindFirstValue(BelgianEidClaimTypes.FamilyName) ?? "",
            CreatedAt = clock.GetUtcNow(),
            Language = accountTexts.Tag,
        };
        await users.CreateAsync(account);
        await LinkAsync(account);
        TownLog.AccountMade(logger);
        return await BeginAsync(account);
    }

    public async Task<IActionResult> OnPostLinkAsync(string? returnUrl, string? userName, string? password)
    {
        if (!await ReadAsync(returnUrl))
        {
            return LocalRedirect("/login");
        }

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
            Problem = texts.PasswordWrong;
            return Page();
        }

        await LinkAsync(account);
        return await BeginAsync(account);
    }

    public async Task<IActionResult> OnPostStopAsync()
    {
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return LocalRedirect("/login");
    }

    private async Task<bool> ReadAsync(string? returnUrl)
    {
        ReturnUrl = LocalReturn.Of(returnUrl);
        card = EidTicket.Of(await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme));
        return card is not null;
    }

    private Task<TownUser?> AccountAsync() => users.FindByLoginAsync(BelgianEidDefaults.AuthenticationScheme, card!.Subjects[0].Value);

    private Task<IdentityResult> LinkAsync(TownUser account) =>
        users.AddLoginAsync(account, new UserLoginInfo(BelgianEidDefaults.AuthenticationScheme, card!.Subjects[0].Value, BelgianEidDefaults.DisplayName));

    private async Task<IActionResult> BeginAsync(TownUser account)
    {
        if (account.IsDisabled)
        {
            TownLog.AccountClosed(logger);
            Problem = accountTexts.Closed;
            return Page();
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        await login.ByCardAsync(account, card!);
        return LocalRedirect(ReturnUrl!);
    }

    private string Text(string claim) => HostileText.OneLine(card!.Principal.FindFirstValue(claim));
}
