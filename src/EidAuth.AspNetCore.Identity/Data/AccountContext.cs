using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.AspNetCore.Identity.Data;

/// <summary>The site's context, whatever its type, as far as links need it.</summary>
/// <param name="Context">Of the scope this came from.</param>
internal sealed record AccountContext(DbContext Context)
{
    public DbSet<IdentityUserLogin<string>> Links => Context.Set<IdentityUserLogin<string>>();

    public DbSet<EidAccountEvent> Events => Context.Set<EidAccountEvent>();

    public DbSet<LastLoginRow> LastLogins => Context.Set<LastLoginRow>();

    public DbSet<RelinkCodeRow> RelinkCodes => Context.Set<RelinkCodeRow>();

    /// <summary>Null when the account is gone.</summary>
    public Task<TUser?> FindAsync<TUser>(string userId, CancellationToken cancellation)
        where TUser : IdentityUser<string> => Context.Set<TUser>().SingleOrDefaultAsync(user => user.Id == userId, cancellation);
}
