using EidAuth.AspNetCore;
using Microsoft.EntityFrameworkCore;
using TownSite.Data;

namespace TownSite.Accounts;

/// <summary>What the town knows of a person from their card.</summary>
internal sealed class Profile(TownContext context)
{
    private static readonly string[] Address = [BelgianEidClaimTypes.Street, BelgianEidClaimTypes.PostalCode, BelgianEidClaimTypes.Municipality];

    public async Task<IReadOnlyList<ProfileField>> OfAsync(string userId, CancellationToken cancellation) =>
        await context.ProfileFields.AsNoTracking().Where(field => field.UserId == userId).ToListAsync(cancellation);

    /// <summary>
    /// Takes over what a card said. Fields it did not say stay, but an address counts as one: of an old address nothing stays beside a new one. The account's names follow
    /// those of the card.
    /// </summary>
    public async Task KeepAsync(string userId, IReadOnlyList<ProfileField> read, CancellationToken cancellation)
    {
        var kept = await context.ProfileFields.Where(field => field.UserId == userId).ToDictionaryAsync(field => field.Name, cancellation);
        if (read.Any(field => Address.Contains(field.Name)))
        {
            context.ProfileFields.RemoveRange(kept.Values.Where(field => Address.Contains(field.Name) && read.All(now => now.Name != field.Name)));
        }

        foreach (var field in read)
        {
            if (!kept.TryGetValue(field.Name, out var row))
            {
                row = context.ProfileFields.Add(new ProfileField { UserId = userId, Name = field.Name }).Entity;
            }

            (row.Value, row.Source, row.ReadAt) = (field.Value, field.Source, field.ReadAt);
        }

        var user = await context.Users.SingleAsync(account => account.Id == userId, cancellation);
        user.GivenName = read.FirstOrDefault(field => field.Name == BelgianEidClaimTypes.GivenName)?.Value ?? user.GivenName;
        user.FamilyName = read.FirstOrDefault(field => field.Name == BelgianEidClaimTypes.FamilyName)?.Value ?? user.FamilyName;
        await context.SaveChangesAsync(cancellation);
    }

    public async Task<ProfilePhoto?> PhotoAsync(string userId, CancellationToken cancellation) =>
        await context.ProfilePhotos.AsNoTracking().SingleOrDefaultAsync(photo => photo.UserId == userId, cancellation);

    public async Task KeepPhotoAsync(string userId, byte[] jpeg, DateTimeOffset readAt, CancellationToken cancellation)
    {
        if (await context.ProfilePhotos.SingleOrDefaultAsync(photo => photo.UserId == userId, cancellation) is not { } row)
        {
            row = context.ProfilePhotos.Add(new ProfilePhoto { UserId = userId }).Entity;
        }

        (row.Jpeg, row.ReadAt) = (jpeg, readAt);
        await context.SaveChangesAsync(cancellation);
    }
}
