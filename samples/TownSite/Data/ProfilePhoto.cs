using Microsoft.EntityFrameworkCore;

namespace TownSite.Data;

/// <summary>The photograph of a person's card, when they gave it.</summary>
public sealed class ProfilePhoto
{
    /// <summary>The account.</summary>
    public string UserId { get; set; } = "";

    /// <summary>As it is on the card; its hash stood in what the National Register signed.</summary>
    public byte[] Jpeg { get; set; } = [];

    public DateTimeOffset ReadAt { get; set; }

    internal static void Configure(ModelBuilder builder) => builder.Entity<ProfilePhoto>(photo =>
    {
        photo.HasKey(row => row.UserId);
        photo.HasOne<TownUser>().WithOne().HasForeignKey<ProfilePhoto>(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
    });
}
