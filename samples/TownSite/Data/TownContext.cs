using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace TownSite.Data;

/// <summary>Everything the town keeps. Accounts and their ways in are ASP.NET Core Identity's own tables.</summary>
public class TownContext(DbContextOptions options) : IdentityDbContext<TownUser, IdentityRole, string>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddEidAccounts();
    }
}
