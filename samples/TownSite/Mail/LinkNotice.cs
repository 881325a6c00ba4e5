using EidAuth.AspNetCore.Identity;
using TownSite.Data;

namespace TownSite.Mail;

/// <summary>Whoever's card was linked, or unlinked, learns of it at the address the account already had.</summary>
internal sealed class LinkNotice(TownMail mail) : IAccountNotice<TownUser>
{
    public Task ChangedAsync(TownUser user, EidAccountEventKind kind, string scheme, CancellationToken cancellation) => kind switch
    {
        EidAccountEventKind.Linked or EidAccountEventKind.Relinked => mail.LinkedAsync(user, cancellation),
        EidAccountEventKind.Unlinked => mail.UnlinkedAsync(user, cancellation),
        _ => Task.CompletedTask,
    };
}
