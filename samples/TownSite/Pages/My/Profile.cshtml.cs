using System.ComponentModel.DataAnnotations;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using EidAuth.Belpic;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using TownSite.Accounts;
using TownSite.Data;
using TownSite.Login;
using TownSite.Mail;
using TownSite.Texts;

namespace TownSite.Pages.My;

/// <summary>What the town knows of this person, where each of it is from, and how to change it.</summary>
internal sealed class ProfileModel(
    Accounts.Profile profile, UserManager<TownUser> users, EidAccounts<TownUser> accounts, IServerSessions sessions, TownLogin login, TownMail mails, FieldLabels labels,
    ProfileTexts texts) : PageModel
{
    private const int LongestPhone = 30;

    public IReadOnlyList<ShownField> Fields { get; private set; } = [];

    public bool HasCard { get; private set; }

    public DateTimeOffset? PhotoReadAt { get; private set; }

    public string? Mail { get; private set; }

    public string? Phone { get; private set; }

    public string? MailProblem { get; private set; }

    public string? PhoneProblem { get; private set; }

    public string? Done { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task OnGetAsync(string? done)
    {
        var user = await ShowAsync();
        (Mail, Phone) = (user.Email, user.PhoneNumber);
        Done = done switch { "saved" => texts.Saved, "card" => texts.Taken, _ => null };
    }

    /// <summary>What a person types themselves.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var user = await ShowAsync();
        (Mail, Phone) = (PostedText.Of(Request, "mail")?.Trim(), PostedText.Of(Request, "phone")?.Trim());
        MailProblem = string.IsNullOrEmpty(Mail) || IsMail(Mail) ? null : texts.ProblemMail;
        PhoneProblem = string.IsNullOrEmpty(Phone) || IsPhone(Phone) ? null : texts.ProblemPhone;
        if (MailProblem is not null || PhoneProblem is not null)
        {
            return Page();
        }

        await KeepAsync(user, string.IsNullOrEmpty(Mail) ? null : Mail, string.IsNullOrEmpty(Phone) ? null : Phone);
        return LocalRedirect("/me/profile?done=saved");
    }

    /// <summary>Asks the card of the person who is logged in; what it says is shown before anything is kept.</summary>
    public async Task<IActionResult> OnPostReadAsync(bool photo)
    {
        if (await sessions.CurrentAsync(HttpContext, IdentityConstants.ApplicationScheme) is not { } session)
        {
            return Challenge();
        }

        var asked = new BelgianEidChallengeProperties
        {
            RedirectUri = "/me/profile/card",
            Purpose = ChallengePurpose.StepUp(session.Id),
            Fields = CardParts.Identity | CardParts.Address | (photo ? CardParts.Photo : CardParts.None),
        };
        return Challenge(asked, BelgianEidDefaults.AuthenticationScheme);
    }

    internal static bool IsMail(string text) => text.Length <= 200 && new EmailAddressAttribute().IsValid(text) && !text.Any(char.IsWhiteSpace) && !text.Any(char.IsControl);

    private static bool IsPhone(string text) => text.Length <= LongestPhone && text.Count(char.IsAsciiDigit) >= 6 && text.All(sign => char.IsAsciiDigit(sign) || sign is ' ' or '+' or '/' or '.' or '-' or '(' or ')');

    private async Task<TownUser> ShowAsync()
    {
        var user = (await users.GetUserAsync(User))!;
        var kept = (await profile.OfAsync(user.Id, Aborted)).ToDictionary(field => field.Name);
        Fields = [.. ProfileFields.Names.Select(name => labels.Show(name, kept.GetValueOrDefault(name), Typed(user, name)))];
        HasCard = (await accounts.LinksAsync(user, Aborted)).Any(link => link.Scheme == BelgianEidDefaults.AuthenticationScheme);
        PhotoReadAt = (await profile.PhotoAsync(user.Id, Aborted))?.ReadAt;
        return user;
    }

    // Identity gives the account a new security stamp for this: the session at hand goes on, the others end. Whoever had the old address is told.
    private async Task KeepAsync(TownUser user, string? mail, string? phone)
    {
        var before = user.Email;
        if (before == mail && user.PhoneNumber == phone)
        {
            return;
        }

        await users.SetEmailAsync(user, mail);
        await users.SetPhoneNumberAsync(user, phone);
        await login.GoOnAsync(HttpContext, user);
        if (before is not null && before != mail)
        {
            await mails.AddressChangedAsync(user, before, Aborted);
        }
    }

    private static string? Typed(TownUser user, string name) => name switch
    {
        BelgianEidClaimTypes.GivenName => user.GivenName,
        BelgianEidClaimTypes.FamilyName => user.FamilyName,
        _ => null,
    };
}
