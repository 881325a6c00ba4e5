using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>Hears when an account's mail address was changed, so that the old address learns of it.</summary>
internal interface IMailChanged
{
    Task ChangedAsync(TownUser user, string? before, string? now, CancellationToken cancellation);
}
