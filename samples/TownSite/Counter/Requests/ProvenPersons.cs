using EidAuth.AspNetCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TownSite.Data;

namespace TownSite.Counter.Requests;

/// <summary>Looks up what cards proved of accounts.</summary>
internal sealed class ProvenPersons(TownContext context, IOptions<CounterOptions> counter, IOptionsMonitor<BelgianEidOptions> eid, TimeProvider clock)
{
    public async Task<ProvenPerson> OfAsync(string userId, CancellationToken cancellation)
    {
        var fields = await context.ProfileFields.AsNoTracking().Where(field => field.UserId == userId).ToListAsync(cancellation);
        var codes = eid.Get(BelgianEidDefaults.AuthenticationScheme).Fields.PostalCodes;
        return new ProvenPerson(fields, clock.GetUtcNow() - TimeSpan.FromDays(counter.Value.ProvenDataDays), codes);
    }
}
