using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
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
/// Where every proven login comes back to. One that leads to an account begins a session. Whatever lasts (an account, a link) waits on this page, which shows the proven
/// name, for a POST with an antiforgery token: a card proves a card, not who sits here.
/// </summary>
[EnableRateLimiting(PasswordLimit.Name)]
internal sealed class CardModel(
    EidAccounts<TownUser> accounts, UserManager<TownUser> users, IServerSessions sessions, TownLogin login, NewAccount newAccount,
    PasswordCheck passwords, PasswordProof proof, PasswordTries tries, AccountTexts texts, TownTexts townTexts, AccountRefusalTexts refusals, ILogger<CardModel> logger)
    : PageModel
{
    private ProvenLogin? card;

    public string ReturnUrl { get; private set; } = LocalReturn.Default;

    /// <summary>What the page shows.</summary>
    public CardStep Step { get; private set; }

    /// <summary>Of the first step's form, by id of the form.</summary>
    public (string Form, string Text)? Problem { get; private set; }

    public string? UserName { get; private set; }

    public AccountRefusal? Refusal { get; private set; }

    /// <summary>With a refusal: another account of the same person.</summary>
    public string? OtherAccount { get; private set; }

    /// <summary>Names of the account that the card is to be linked to.</summary>
    public string? AccountName { get; private set; }

    /// <summary>Sealed, for the next step after a password.</summary>
    public string? Proof { get; private set; }

    public bool NamesDiffer { get; private set; }

    public bool IsTest => card?.TestTrust == true;

    public string ProvenName => Shown(card?.GivenNames, card?.FamilyName);

    public string RefusalText => refusals.Of(Refusal!.Value);

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? returnUrl)
    {
        if (!await ReadAsync(returnUrl))
        {
            return User.Identity?.IsAuthenticated == true ? LocalRedirect(ReturnUrl) : Refuse(AccountRefusal.LoginExpired);
        }

        return await DecideAsync() switch
        {
            AccountDecision<TownUser>.LogIn => await LogInAsync(),
            AccountDecision<TownUser>.StepUp(var user) => await StepUpAsync(user),
            AccountDecision<TownUser>.NobodyYet => First(),
            AccountDecision<TownUser>.ConfirmLink(var user, var differ) => Confirm(user, differ),
            AccountDecision<TownUser>.AlreadyLinkedHere => await LinkedAsync(),
            AccountDecision<TownUser>.Refused { Reason: AccountRefusal.AnotherPerson } when await HasNoCardAsync() => await NotLinkedAsync(),
            AccountDecision<TownUser>.Refused refused => await RefuseAsync(refused.Reason, refused.Other),
            _ => throw new InvalidOperationException("A decision that nobody knows."),
        };
    }

    /// <summary>Makes the account.</summary>
    public async Task<IActionResult> OnPostAsync(string? returnUrl) =>
        await ReadAsync(returnUrl) ? await BeginAsync(await newAccount.FromCardAsync(card!, Aborted)) : Refuse(AccountRefusal.LoginExpired);

    /// <summary>Links the card to the account that is logged in.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(string? returnUrl, bool namesDiffer)
    {
        if (!await ReadAsync(returnUrl))
        {
            return Refuse(AccountRefusal.LoginExpired);
        }

        if (await users.GetUserAsync(User) is not { } current)
        {
            return await RefuseAsync(AccountRefusal.AccountChanged);
        }

        if (await accounts.LinkAsync(card!, current, namesDiffer, Aborted) is AccountOutcome<TownUser>.Refused refused)
        {
            return await RefuseAsync(refused.Settled ?? refused.Reason, refused.Other);
        }

        // The card has just proven who is in this session, and the person said that it is theirs.
        await login.StepUpAsync(HttpContext, current, card!);
        return LocalRedirect(ReturnUrl);
    }

    /// <summary>Links the card to the account whose password comes with it.</summary>
    public async Task<IActionResult> OnPostPasswordAsync(string? returnUrl)
    {
        var (userName, password) = (PostedText.Of(Request, "UserName"), PostedText.Of(Request, "Password"));
        if (!await ReadAsync(returnUrl))
        {
            return Refuse(AccountRefusal.LoginExpired);
        }

        UserName = userName;
        if (userName is not { Length: > 0 and <= 100 } || password is not { Length: > 0 and <= 200 })
        {
            return First(("link-account", townTexts.PasswordMissing));
        }

        if (!tries.Take(HttpContext, userName))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        if (await passwords.AccountOfAsync(userName, password) is not { } account)
        {
            TownLog.PasswordWrong(logger);
            return First(("link-account", texts.PasswordWrong));
        }

        switch (await accounts.DecideAfterPasswordAsync(card!, account, Aborted))
        {
            case AccountDecision<TownUser>.ConfirmLink { NamesDiffer: true } differ:
                Proof = proof.Seal(account, card!);
                return Confirm(differ.User, namesDiffer: true);
            case AccountDecision<TownUser>.Refused refused:
                return await RefuseAsync(refused.Reason, refused.Other);
            default:
                return await BeginAsync(await accounts.LinkAfterPasswordAsync(card!, account, nameDifferenceAccepted: false, Aborted));
        }
    }

    /// <summary>After a password, when the names differ and the person says that both are theirs.</summary>
    public async Task<IActionResult> OnPostDifferAsync(string? returnUrl)
    {
        if (!await ReadAsync(returnUrl))
        {
            return Refuse(AccountRefusal.LoginExpired);
        }

        return await proof.OpenAsync(PostedText.Of(Request, "Proof"), card!) is { } account
            ? await BeginAsync(await accounts.LinkAfterPasswordAsync(card!, account, nameDifferenceAccepted: true, Aborted))
            : await RefuseAsync(AccountRefusal.LoginExpired);
    }

    /// <summary>Puts the card in the place of the account's old one, by a code of the counter.</summary>
    public async Task<IActionResult> OnPostCodeAsync(string? returnUrl)
    {
        var code = PostedText.Of(Request, "Code");
        if (!await ReadAsync(returnUrl))
        {
            return Refuse(AccountRefusal.LoginExpired);
        }

        var outcome = await accounts.RelinkAsync(card!, code is { Length: <= 40 } ? code : "", Aborted);
        return outcome is AccountOutcome<TownUser>.Refused { Reason: AccountRefusal.CodeWrong or AccountRefusal.CodeExpired or AccountRefusal.CodeUsed } refused
            ? First(("code-account", refusals.Of(refused.Reason)))
            : await BeginAsync(outcome);
    }

    /// <summary>Forgets the card.</summary>
    public async Task<IActionResult> OnPostStopAsync(string? returnUrl)
    {
        if (await ReadAsync(returnUrl))
        {
            await card!.EndAsync();
        }

        return LocalRedirect(User.Identity?.IsAuthenticated == true ? ReturnUrl : "/login");
    }

    private async Task<bool> ReadAsync(string? returnUrl)
    {
        ReturnUrl = LocalReturn.Of(returnUrl);
        card = await accounts.ReadAsync(HttpContext);
        return card is not null;
    }

    private async Task<AccountDecision<TownUser>> DecideAsync() =>
        await accounts.DecideAsync(card!, await users.GetUserAsync(User), (await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme))?.Id, Aborted);

    private async Task<IActionResult> LogInAsync() => await accounts.LogInAsync(card!, Aborted) switch
    {
        AccountOutcome<TownUser>.Done done => await SignInAsync(done.User, done.Previous),
        AccountOutcome<TownUser>.Refused refused => await RefuseAsync(refused.Reason, refused.Other),
        _ => throw new InvalidOperationException("A login that ended in a way nobody knows."),
    };

    /// <summary>After an account was made or linked by a login.</summary>
    private async Task<IActionResult> BeginAsync(AccountOutcome<TownUser> outcome) => outcome switch
    {
        AccountOutcome<TownUser>.Done done => await SignInAsync(done.User, await accounts.RecordLogInAsync(done.User, card!.Scheme, Aborted)),
        AccountOutcome<TownUser>.Refused refused => await RefuseAsync(refused.Settled ?? refused.Reason, refused.Other),
        _ => throw new InvalidOperationException("The account could not be made."),
    };

    private async Task<IActionResult> SignInAsync(TownUser user, LastLogin? previous)
    {
        await login.ByCardAsync(HttpContext, user, card!, previous);
        return LocalRedirect(ReturnUrl);
    }

    private async Task<IActionResult> StepUpAsync(TownUser user)
    {
        await login.StepUpAsync(HttpContext, user, card!);
        await card!.EndAsync();
        return LocalRedirect(ReturnUrl);
    }

    private async Task<IActionResult> LinkedAsync()
    {
        await card!.EndAsync();
        return LocalRedirect(ReturnUrl);
    }

    private async Task<bool> HasNoCardAsync() =>
        await users.GetUserAsync(User) is { } user && (await accounts.LinksAsync(user, Aborted)).All(link => link.Scheme != card!.Scheme);

    private async Task<IActionResult> NotLinkedAsync()
    {
        await card!.EndAsync();
        TownLog.CardRefused(logger, AccountRefusal.NotLinked.ToCode());
        (Step, Refusal) = (CardStep.NotLinked, AccountRefusal.NotLinked);
        return Page();
    }

    private PageResult First((string Form, string Text)? problem = null)
    {
        (Step, Problem) = (CardStep.First, problem);
        return Page();
    }

    private PageResult Confirm(TownUser user, bool namesDiffer)
    {
        (Step, NamesDiffer, AccountName) = (CardStep.Confirm, namesDiffer, Shown(user.GivenName, user.FamilyName));
        return Page();
    }

    private async Task<IActionResult> RefuseAsync(AccountRefusal reason, TownUser? other = null)
    {
        await card!.EndAsync();

        // The name of an account that a card made is a key that nobody ever typed.
        OtherAccount = other is null ? null : other.PasswordHash is null ? Shown(other.GivenName, other.FamilyName) : HostileText.OneLine(other.UserName);
        return Refuse(reason);
    }

    private PageResult Refuse(AccountRefusal reason)
    {
        TownLog.CardRefused(logger, reason.ToCode());
        (Step, Refusal) = (CardStep.Refused, reason);
        return Page();
    }

    private string Shown(string? givenNames, string? familyName) =>
        HostileText.OneLine($"{givenNames} {familyName}".Trim()) is { Length: > 0 } name ? name : townTexts.MeNoName;
}
