using EidAuth.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>A site's accounts, as a site would write it.</summary>
internal sealed class PersonContext(DbContextOptions<PersonContext> options) : IdentityDbContext<Person>(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddEidAccounts();
    }
}
