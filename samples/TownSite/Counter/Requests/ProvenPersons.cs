using System.Security.Claims;
using EidAuth.AspNetCore;
using EidAuth.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>What cards proved of who is logged in: in this session, and before into the profile.</summary>
internal sealed class ProvenPersons(
    TownContext context, EidAccounts<TownUser> accounts, IOptions<CounterOptions> counter, IOptionsMonitor<BelgianEidOptions> eid, TimeProvider clock)
{
    public async Task<ProvenPerson> OfAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var id = Citizen.Of(person).Id;
        var profile = await context.ProfileFields.AsNoTracking().Where(field => field.UserId == id).ToListAsync(cancellation);

        // What another card had proven before this one was linked is not this person's.
        if (await LinkedSinceAsync(id, cancellation) is { } linked)
        {
            profile.RemoveAll(field => field.ReadAt < linked);
        }

        var codes = eid.Get(BelgianEidDefaults.AuthenticationScheme).Fields.PostalCodes;
        return new ProvenPerson(profile.Concat(ProvenClaims.Of(person)), clock.GetUtcNow() - TimeSpan.FromDays(counter.Value.ProvenDataDays), codes);
    }

    // Readings are in whole seconds.
    private async Task<DateTimeOffset?> LinkedSinceAsync(string id, CancellationToken cancellation) =>
        await context.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellation) is { } user
        && (await accounts.LinksAsync(user, cancellation)).FirstOrDefault(link => link.Scheme == BelgianEidDefaults.AuthenticationScheme) is { LinkedAt: { } at }
            ? DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds())
            : null;
}
