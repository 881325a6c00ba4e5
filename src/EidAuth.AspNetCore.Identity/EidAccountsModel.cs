using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace EidAuth.AspNetCore.Identity;

/// <summary>What account linking needs of the database beside ASP.NET Core Identity's own tables.</summary>
public static class EidAccountsModel
{
    /// <summary>
    /// One account has one person of each scheme: with this index the database itself decides a race of two links. That one person has one account is Identity's own
    /// key of that table.
    /// </summary>
    public static ModelBuilder AddEidAccounts(this ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<IdentityUserLogin<string>>().HasIndex(login => new { login.LoginProvider, login.UserId }).IsUnique();
        return builder;
    }
}
