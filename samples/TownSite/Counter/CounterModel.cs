using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TownSite.Counter.Requests;
using TownSite.Data;
using TownSite.Office;

namespace TownSite.Counter;

/// <summary>The counter's tables.</summary>
internal static class CounterModel
{
    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<ServiceRequest>(request =>
        {
            request.ToTable("Requests");
            request.HasIndex(row => row.Reference).IsUnique();
            request.HasIndex(row => new { row.AskerId, row.Submission }).IsUnique();
            request.HasIndex(row => new { row.State, row.Id });
            request.Property(row => row.Reference).HasMaxLength(14);
            request.Property(row => row.FormId).HasMaxLength(40);
            request.Property(row => row.Kind).HasConversion<string>().HasMaxLength(20);
            request.Property(row => row.Means).HasConversion<string>().HasMaxLength(20);
            request.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
            request.Property(row => row.Version).IsConcurrencyToken();
            AsJson(request.Property(row => row.Title));
            AsJson(request.Property(row => row.Answers));
            AsJson(request.Property(row => row.Statement));
            request.HasOne<TownUser>().WithMany().HasForeignKey(row => row.AskerId).OnDelete(DeleteBehavior.Restrict);
            request.HasMany(row => row.Events).WithOne().HasForeignKey(line => line.RequestId);
            request.HasMany(row => row.Looks).WithOne().HasForeignKey(look => look.RequestId);
        });
        builder.Entity<RequestEvent>(line =>
        {
            line.ToTable("RequestEvents");
            line.Property(row => row.Actor).HasConversion<string>().HasMaxLength(20);
            line.Property(row => row.State).HasConversion<string>().HasMaxLength(20);
        });
        builder.Entity<RequestLook>().ToTable("RequestLooks");
        builder.Entity<Draft>(draft =>
        {
            draft.ToTable("Drafts");
            draft.HasKey(row => new { row.UserId, row.FormId });
            draft.Property(row => row.FormId).HasMaxLength(40);
            AsJson(draft.Property(row => row.Answers));
            draft.HasOne<TownUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<AccountEvent>(line =>
        {
            line.ToTable("AccountEvents");
            line.Property(row => row.Act).HasConversion<string>().HasMaxLength(20);
            line.HasOne<TownUser>().WithMany().HasForeignKey(row => row.UserId).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void AsJson<T>(PropertyBuilder<T> property) =>
        property.HasConversion(value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default), text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Default)!);
}
