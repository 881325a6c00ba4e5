using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Login;
using TownSite.Texts;

namespace TownSite.Pages.My;

/// <summary>Ways into the account, sessions, history.</summary>
[EnableRateLimiting(PasswordLimit.Name)]
internal sealed class SecurityModel(
    UserManager<TownUser> users, EidAccounts<TownUser> accounts, IServerSessions sessions, TownLogin login, PasswordTries tries, IAuthorizationService authorization,
    SecurityTexts texts, AccountTexts accountTexts, AccountRefusalTexts refusals, ILogger<SecurityModel> logger) : PageModel
{
    private static readonly TimeSpan FreshCard = TimeSpan.FromMinutes(10);
    private const int LongestUserName = 100;
    private string? current;

    public string? Done { get; private set; }

    public string? Problem { get; private set; }

    public string? PasswordProblem { get; private set; }

    public AccountLink? Card { get; private set; }

    public bool HasPassword { get; private set; }

    public string UserName { get; private set; } = "";

    /// <summary>The card has proven the person in this session not long ago, and not by grace: what is chosen here outlasts the card.</summary>
    public bool ProvenByCard { get; private set; }

    public IReadOnlyList<ServerSession> Sessions { get; private set; } = [];

    public IReadOnlyList<EidAccountEvent> History { get; private set; } = [];

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public bool IsThisOne(ServerSession session) => session.Id == current;

    public async Task OnGetAsync(string? done)
    {
        await ShowAsync();
        Done = done switch
        {
            "linked" => texts.DoneLinked,
            "unlinked" => texts.DoneUnlinked,
            "password" => texts.DonePassword,
            "ended" => texts.DoneEnded,
            "others" => texts.DoneEndedOthers,
            _ => null,
        };
    }

    /// <summary>Asks a card, bound to this account; the page /card shows whose it is before anything is linked.</summary>
    public IActionResult OnPostLink(string? returnUrl) => Ask(ChallengePurpose.Link(users.GetUserId(User)!), LocalReturn.Of(returnUrl, otherwise: "/me/security?done=linked"));

    public async Task<IActionResult> OnPostProveAsync() =>
        await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme) is { } session ? Ask(ChallengePurpose.StepUp(session.Id), "/me/security") : Challenge();

    public async Task<IActionResult> OnPostUnlinkAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        switch (await accounts.UnlinkAsync(user, BelgianEidDefaults.AuthenticationScheme, cancellation: Aborted))
        {
            case AccountOutcome<TownUser>.Done done:
                await login.GoOnAsync(HttpContext, done.User);
                return LocalRedirect("/me/security?done=unlinked");
            case AccountOutcome<TownUser>.Refused refused:
                Problem = refusals.Of(refused.Reason);
                break;
            default:
                throw new InvalidOperationException("A link that was undone in a way nobody knows.");
        }

        await ShowAsync();
        return Page();
    }

    /// <summary>Another password, when the present one is right.</summary>
    public async Task<IActionResult> OnPostChangeAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (!tries.Take(HttpContext, user.UserName!))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        var result = await users.ChangePasswordAsync(user, Password("oldPassword"), Password("newPassword"));
        return await SetAsync(user, result, result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.PasswordMismatch)) ? texts.OldPasswordWrong : accountTexts.ProblemPassword);
    }

    /// <summary>A first password and a name to go with it, for who came by card and has just proven it again.</summary>
    public async Task<IActionResult> OnPostSetAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        if (user.PasswordHash is not null || !await IsProvenByCardAsync())
        {
            return await SetAsync(user, IdentityResult.Failed(), texts.PasswordNeedsCard);
        }

        // Both or neither: a name that is taken must not leave a password behind.
        user.UserName = PostedText.Of(Request, "userName") is { Length: <= LongestUserName } name ? name.Trim() : null;
        foreach (var validator in users.PasswordValidators)
        {
            if (await validator.ValidateAsync(users, user, Password("newPassword")) is { Succeeded: false } weak)
            {
                return await SetAsync(user, weak, accountTexts.ProblemPassword);
            }
        }

        return await SetAsync(user, await users.AddPasswordAsync(user, Password("newPassword")), accountTexts.ProblemUserName);
    }

    public async Task<IActionResult> OnPostEndAsync(string? id)
    {
        await sessions.EndAsync(users.GetUserId(User)!, id ?? "", Aborted);
        return LocalRedirect("/me/security?done=ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        await sessions.EndAllAsync(users.GetUserId(User)!, (await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme))?.Id, Aborted);
        return LocalRedirect("/me/security?done=others");
    }

    public async Task<IActionResult> OnPostEndAllAsync()
    {
        await sessions.EndAllAsync(users.GetUserId(User)!, null, Aborted);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return LocalRedirect("/?bye");
    }

    private async Task<bool> IsProvenByCardAsync() => (await authorization.AuthorizeAsync(User, null, new EidRequirement(FreshCard))).Succeeded;

    private string Password(string field) => PostedText.Of(Request, field) is { Length: <= 200 } password ? password : "";

    private ChallengeResult Ask(ChallengePurpose purpose, string returnUrl) => Challenge(
        new BelgianEidChallengeProperties { RedirectUri = CardLanding.For(returnUrl), Purpose = purpose, Fields = EidAuth.Belpic.CardParts.None },
        BelgianEidDefaults.AuthenticationScheme);

    private async Task<IActionResult> SetAsync(TownUser user, IdentityResult result, string problem)
    {
        if (result.Succeeded)
        {
            TownLog.PasswordSet(logger);
            await login.GoOnAsync(HttpContext, user);
            return LocalRedirect("/me/security?done=password");
        }

        PasswordProblem = problem;
        await ShowAsync();
        return Page();
    }

    private async Task ShowAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        Card = (await accounts.LinksAsync(user, Aborted)).FirstOrDefault(link => link.Scheme == BelgianEidDefaults.AuthenticationScheme);
        ProvenByCard = await IsProvenByCardAsync();
        (HasPassword, UserName) = (user.PasswordHash is not null, HostileText.OneLine(user.UserName));
        current = (await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme))?.Id;
        Sessions = await sessions.OfAccountAsync(user.Id, Aborted);
        History = await accounts.HistoryAsync(user, Aborted);
    }
}
