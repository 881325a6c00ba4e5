using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using TownSite.Data;

namespace TownSite.Office;

/// <summary>Who of the back office makes a request. The pages have made sure of the role.</summary>
internal sealed class CurrentOfficer(TownContext context)
{
    public async Task<Officer> OfAsync(ClaimsPrincipal person, CancellationToken cancellation)
    {
        var id = person.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var account = await context.Users.AsNoTracking().SingleAsync(user => user.Id == id, cancellation);
        var name = $"{account.GivenName} {account.FamilyName}".Trim();
        return new Officer(id, name.Length == 0 ? account.UserName! : name);
    }
}
