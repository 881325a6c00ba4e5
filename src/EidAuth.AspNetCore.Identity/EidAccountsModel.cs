using EidAuth.AspNetCore.Identity.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EidAuth.AspNetCore.Identity;

/// <summary>What account linking needs of the database beside ASP.NET Core Identity's own tables.</summary>
public static class EidAccountsModel
{
    // SQLite has no type for a time with its offset and does not compare the texts it keeps instead; a number is the same everywhere.
    private static readonly ValueConverter<DateTimeOffset, long> Milliseconds =
        new(time => time.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));

    /// <summary>
    /// Adds three tables (history, last logins, codes of officers) and an index: one account has one person of each scheme, so the database itself decides a race of two
    /// links. That one person has one account is Identity's own key of that table. Called after <c>base.OnModelCreating</c>.
    /// </summary>
    public static ModelBuilder AddEidAccounts(this ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Entity<IdentityUserLogin<string>>().HasIndex(login => new { login.LoginProvider, login.UserId }).IsUnique();

        var user = builder.Model.GetEntityTypes().FirstOrDefault(type => type.BaseType is null && typeof(IdentityUser<string>).IsAssignableFrom(type.ClrType))?.ClrType
            ?? throw new InvalidOperationException("Call AddEidAccounts after base.OnModelCreating of an IdentityDbContext whose accounts have a text as key.");
        AddHistory(builder.Entity<EidAccountEvent>());
        AddLastLogins(builder.Entity<LastLoginRow>(), user);
        AddRelinkCodes(builder.Entity<RelinkCodeRow>(), user);
        return builder;
    }

    private static void AddHistory(EntityTypeBuilder<EidAccountEvent> events)
    {
        events.ToTable("EidAccountEvents");
        events.Property(line => line.At).HasConversion(Milliseconds);
        events.HasIndex(line => line.UserId);
    }

    private static void AddLastLogins(EntityTypeBuilder<LastLoginRow> logins, Type user)
    {
        logins.ToTable("EidLastLogins");
        logins.HasKey(login => login.UserId);
        logins.Property(login => login.At).HasConversion(Milliseconds);
        logins.HasOne(user, null).WithOne().HasForeignKey(typeof(LastLoginRow), nameof(LastLoginRow.UserId)).OnDelete(DeleteBehavior.Cascade);
    }

    private static void AddRelinkCodes(EntityTypeBuilder<RelinkCodeRow> codes, Type user)
    {
        codes.ToTable("EidRelinkCodes");
        codes.HasKey(code => code.UserId);
        codes.HasIndex(code => code.Selector).IsUnique();
        codes.Property(code => code.ExpiresAt).HasConversion(Milliseconds);
        codes.Property(code => code.UsedAt).HasConversion(Milliseconds);
        codes.HasOne(user, null).WithOne().HasForeignKey(typeof(RelinkCodeRow), nameof(RelinkCodeRow.UserId)).OnDelete(DeleteBehavior.Cascade);
    }
}
