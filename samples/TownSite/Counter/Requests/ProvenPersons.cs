using System.Security.Claims;
using EidAuth.AspNetCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>What cards proved of who is logged in: in this session, and before into the profile.</summary>
internal sealed class ProvenPersons(TownContext context, IOptions<CounterOptions> counter, IOptionsMonitor<BelgianEidOptions> eid, TimeProvider clock)
{
    public async Task<ProvenPerson> OfAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var id = Citizen.Of(person).Id;
        var profile = await context.ProfileFields.AsNoTracking().Where(field => field.UserId == id).ToListAsync(cancellation);
        var codes = eid.Get(BelgianEidDefaults.AuthenticationScheme).Fields.PostalCodes;
        return new ProvenPerson(profile.Concat(ProvenClaims.Of(person)), clock.GetUtcNow() - TimeSpan.FromDays(counter.Value.ProvenDataDays), codes);
    }
}
