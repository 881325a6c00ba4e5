using Microsoft.EntityFrameworkCore;

namespace TownSite.Data;

/// <summary>One thing the town knows of a person, and where it is from.</summary>
public sealed class ProfileField
{
    /// <summary>Values longer than this are not kept; no field of a card comes near it.</summary>
    public const int LongestValue = 200;

    /// <summary>The account.</summary>
    public string UserId { get; set; } = "";

    /// <summary>Named as the claim of a card login that carries it, for example <c>eid:street</c>.</summary>
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";

    public ProfileSource Source { get; set; }

    /// <summary>When the card was read, or when it was typed.</summary>
    public DateTimeOffset ReadAt { get; set; }

    internal static void Configure(ModelBuilder builder) => builder.Entity<ProfileField>(field =>
    {
        field.HasKey(row => new { row.UserId, row.Name });
        field.Property(row => row.Name).HasMaxLength(40);
        field.Property(row => row.Value).HasMaxLength(LongestValue);
        field.Property(row => row.Source).HasConversion<string>().HasMaxLength(40);
        field.HasOne<TownUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    });
}
