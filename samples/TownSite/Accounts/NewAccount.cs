using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using TownSite.Data;
using TownSite.Texts;

namespace TownSite.Accounts;

/// <summary>Makes an account of a proven card, with what the card's certificate says and nothing else.</summary>
internal sealed class NewAccount(EidAccounts<TownUser> accounts, Profile profile, TimeProvider clock, TownTexts texts, ILogger<NewAccount> logger)
{
    public async Task<AccountOutcome<TownUser>> FromCardAsync(ProvenLogin card, CancellationToken cancellation)
    {
        var user = new TownUser
        {
            // Nobody types it: whoever wants a password chooses a name with it.
            UserName = "eid-" + Guid.NewGuid().ToString("N"),
            GivenName = ProfileFields.Fit(card.GivenNames),
            FamilyName = ProfileFields.Fit(card.FamilyName),
            CreatedAt = clock.GetUtcNow(),
            Language = texts.Tag,
        };
        var outcome = await accounts.CreateAsync(card, user, cancellation);
        if (outcome is AccountOutcome<TownUser>.Done done && done.User.Id == user.Id)
        {
            await profile.KeepAsync(user.Id, ProfileFields.Of(card.Principal, BelgianEidClaimTypes.GivenName, BelgianEidClaimTypes.FamilyName), cancellation);
            TownLog.AccountMade(logger);
        }

        return outcome;
    }
}
