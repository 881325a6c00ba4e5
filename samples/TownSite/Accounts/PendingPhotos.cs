using System.Buffers.Text;
using System.Security.Cryptography;
using EidAuth.AspNetCore;

namespace TownSite.Accounts;

/// <summary>
/// Photographs that cards gave and that nobody has confirmed yet, in memory: no claim carries one, a cookie is too small for it, and nothing lasting happens before the
/// person says so. A hundred at most, ten minutes at most.
/// </summary>
internal sealed class PendingPhotos(TimeProvider clock)
{
    private const int Most = 100;
    private const string Item = "town:photo";
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private readonly Lock gate = new();
    private readonly LinkedList<(string Id, byte[] Jpeg, DateTimeOffset End)> photos = new();

    /// <summary>Takes a verified login's photograph; its id travels with what the scheme proved.</summary>
    public void Take(LoginVerifiedContext login)
    {
        if (login.Photo is not { } jpeg)
        {
            return;
        }

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        login.Properties!.Items[Item] = id;
        lock (gate)
        {
            photos.AddLast((id, jpeg.ToArray(), clock.GetUtcNow() + Lifetime));
            while (photos.Count > Most || (photos.First is { } oldest && oldest.Value.End <= clock.GetUtcNow()))
            {
                photos.RemoveFirst();
            }
        }
    }

    /// <summary>The photograph that came with what was proven; null when none did, or it is forgotten.</summary>
    public byte[]? Of(IDictionary<string, string?>? properties)
    {
        if (properties is null || !properties.TryGetValue(Item, out var id))
        {
            return null;
        }

        lock (gate)
        {
            return photos.FirstOrDefault(photo => photo.Id == id && photo.End > clock.GetUtcNow()).Jpeg;
        }
    }
}
