using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using TownSite.Accounts;
using TownSite.Data;

namespace TownSite.Login;

/// <summary>A person's own photograph: the one that is kept, and the one that a card just gave.</summary>
internal static class PhotoFile
{
    public const string Kept = "/me/photo";
    public const string Given = "/me/photo/given";

    public static void MapPhoto(this WebApplication app)
    {
        app.MapGet(Kept, async (HttpContext context, Profile profile, UserManager<TownUser> users) =>
            await profile.PhotoAsync(users.GetUserId(context.User)!, context.RequestAborted) is { } photo ? Jpeg(photo.Jpeg) : Results.NotFound()).RequireAuthorization();
        app.MapGet(Given, async (HttpContext context, PendingPhotos photos) =>
            photos.Of((await context.AuthenticateAsync(IdentityConstants.ExternalScheme)).Properties?.Items) is { } jpeg ? Jpeg(jpeg) : Results.NotFound()).RequireAuthorization();
    }

    private static IResult Jpeg(byte[] photo) => Results.Bytes(photo, "image/jpeg");
}
