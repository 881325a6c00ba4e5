using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Texts;

namespace TownSite.Pages.My;

/// <summary>What the card just said, beside what the town has. A POST takes it over; opening the page changes nothing.</summary>
internal sealed class ProfileCardModel(
    Accounts.Profile profile, UserManager<TownUser> users, EidAccounts<TownUser> accounts, IServerSessions sessions, PendingPhotos photos, TownLogin login,
    FieldLabels labels, ProfileTexts texts, AccountRefusalTexts refusals, TownTexts townTexts, ILogger<ProfileCardModel> logger) : PageModel
{
    private ProvenLogin? card;
    private TownUser? user;

    public AccountRefusal? Refusal { get; private set; }

    public string RefusalText => refusals.Of(Refusal!.Value);

    public string ProvenName { get; private set; } = "";

    public IReadOnlyList<ComparedField> Fields { get; private set; } = [];

    public bool HasPhoto { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return Page();
        }

        var kept = (await profile.OfAsync(user!.Id, Aborted)).ToDictionary(field => field.Name);
        Fields = [.. Read().Select(now => Compare(kept.GetValueOrDefault(now.Name), now))];
        HasPhoto = await GivenPhotoAsync() is not null;
        ProvenName = HostileText.OneLine($"{card!.GivenNames} {card.FamilyName}".Trim()) is { Length: > 0 } name ? name : townTexts.MeNoName;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
        {
            return Page();
        }

        await profile.KeepAsync(user!.Id, Read(), Aborted);
        if (await GivenPhotoAsync() is { } photo)
        {
            await profile.KeepPhotoAsync(user.Id, photo, card!.ProvenAt, Aborted);
        }

        TownLog.FieldsTaken(logger);
        await login.StepUpAsync(HttpContext, user, card!);
        await card!.EndAsync();
        return LocalRedirect("/me/profile?done=card");
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (await accounts.ReadAsync(HttpContext) is { } proven)
        {
            await proven.EndAsync();
        }

        return LocalRedirect("/me/profile");
    }

    // The card must be the account's own, read within this very session.
    private async Task<bool> ReadAsync()
    {
        user = await users.GetUserAsync(User);
        card = await accounts.ReadAsync(HttpContext);
        if (card is null)
        {
            Refusal = AccountRefusal.LoginExpired;
            return false;
        }

        var session = await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme);
        switch (await accounts.DecideAsync(card, user, session?.Id, Aborted))
        {
            case AccountDecision<TownUser>.StepUp:
                return true;
            case AccountDecision<TownUser>.Refused refused:
                Refusal = refused.Reason;
                break;
            default:
                Refusal = AccountRefusal.PurposeMismatch;
                break;
        }

        TownLog.CardRefused(logger, Refusal.Value.ToCode());
        await card.EndAsync();
        return false;
    }

    private IReadOnlyList<ProfileField> Read() => ProfileFields.Of(card!.Principal, ProfileFields.Names);

    private async Task<byte[]?> GivenPhotoAsync() => photos.Of((await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme)).Properties?.Items);

    private ComparedField Compare(ProfileField? before, ProfileField now)
    {
        var change = before is null ? texts.New : before.Value == now.Value ? texts.Same : texts.Changed;
        return new ComparedField(
            now.Name, labels.Label(now.Name), before is null ? null : labels.Value(now.Name, before.Value), labels.Value(now.Name, now.Value), change, before?.Value != now.Value);
    }
}
