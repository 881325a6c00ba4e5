using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TownSite.Counter;

namespace TownSite.Data;

/// <summary>
/// Everything the town keeps. Accounts and their ways in are ASP.NET Core Identity's own tables. SQLite and PostgreSQL have a context each, because each has migrations
/// of its own; the site asks for this one.
/// </summary>
public abstract class TownContext(DbContextOptions options) : IdentityDbContext<TownUser, IdentityRole, string>(options)
{
    public DbSet<ProfileField> ProfileFields => Set<ProfileField>();

    public DbSet<ProfilePhoto> ProfilePhotos => Set<ProfilePhoto>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddEidAccounts();
        ProfileField.Configure(builder);
        ProfilePhoto.Configure(builder);
        CounterModel.Configure(builder);
    }
}
