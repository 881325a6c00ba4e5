using EidAgent.Data;
using EidAuth.Login;

namespace EidAgent.Sites;

/// <summary>
/// The sites that this user logged in to or blocked. Read anew at each request, since a command of the same user may have changed it. A known site is still asked about each time: it is
/// remembered so that a first visit and a look-alike can be told.
/// </summary>
internal sealed class SiteBook(IKeptFiles files)
{
    /// <summary>More are not kept: the known one that was not used for longest goes. Blocked ones never go by themselves.</summary>
    public const int MaximumCount = 1000;

    private const string FileName = "sites.json";
    private const string DamagedName = "sites.damaged.json";

    /// <summary>All of them, by name.</summary>
    public async Task<SiteList> ReadAsync()
    {
        try
        {
            using var held = await files.LockAsync();
            var sites = files.Read(FileName) is { } content ? SiteJson.Read(content) : [];
            return sites is null ? new SiteList([], KeepingFault.FileDamaged) : new SiteList(sites, null);
        }
        catch (Exception exception) when (KeepingFaults.IsOfFiles(exception))
        {
            return new SiteList([], KeepingFaults.Of(exception));
        }
    }

    /// <summary>What is known of a site that asks.</summary>
    public async Task<Acquaintance> MeetAsync(Origin origin)
    {
        var (sites, fault) = await ReadAsync();
        var known = sites.Where(site => !site.IsBlocked).Select(site => Origin.TryParse(site.Origin, out var one) ? new SiteName(one!) : null).OfType<SiteName>().ToList();
        return new Acquaintance(sites.FirstOrDefault(site => site.Origin == origin.Value), LookAlikeJudge.Judge(origin, known), fault);
    }

    /// <summary>Whether it is blocked; where that cannot be read, it is not known to be.</summary>
    public async Task<bool> IsBlockedAsync(Origin origin) => (await ReadAsync()).Sites.Any(site => site.IsBlocked && site.Origin == origin.Value);

    /// <summary>Counts a login there.</summary>
    public Task<KeepingFault?> LoggedInAsync(Origin origin, DateTimeOffset now) => ChangeAsync(origin, site => site is null
        ? new SiteRecord(origin.Value, now, now, 1, IsBlocked: false)
        : site with { LastUsed = now, Times = site.Times == int.MaxValue ? site.Times : site.Times + 1, FirstSeen = site.Times == 0 ? now : site.FirstSeen });

    /// <summary>Blocks it until somebody unblocks it.</summary>
    public Task<KeepingFault?> BlockAsync(Origin origin, DateTimeOffset now) =>
        ChangeAsync(origin, site => (site ?? new SiteRecord(origin.Value, now, null, 0, IsBlocked: true)) with { IsBlocked = true });

    /// <summary>Lets it ask again. One that nobody ever logged in to is as unknown as before.</summary>
    public Task<KeepingFault?> UnblockAsync(Origin origin) => ChangeAsync(origin, site => site is null or { Times: 0 } ? null : site with { IsBlocked = false });

    /// <summary>Remembers nothing of it, not even that it was blocked.</summary>
    public Task<KeepingFault?> ForgetAsync(Origin origin) => ChangeAsync(origin, _ => null);

    private async Task<KeepingFault?> ChangeAsync(Origin origin, Func<SiteRecord?, SiteRecord?> change)
    {
        try
        {
            using var held = await files.LockAsync();
            var content = files.Read(FileName);
            var sites = content is null ? [] : SiteJson.Read(content);
            if (sites is null)
            {
                // Set aside, for somebody who can read more of it.
                files.Replace(DamagedName, content!);
                sites = [];
            }

            var before = sites.FirstOrDefault(site => site.Origin == origin.Value);
            var after = change(before);
            if (after == before)
            {
                return null;
            }

            sites.Remove(before!);
            if (after is not null)
            {
                if (sites.Count >= MaximumCount && !sites.Remove(sites.Where(site => !site.IsBlocked).MinBy(site => site.LastUsed)!))
                {
                    return KeepingFault.TooMany;
                }

                sites.Add(after);
            }

            files.Replace(FileName, SiteJson.Write([.. sites.OrderBy(site => site.Origin, StringComparer.Ordinal)]));
            return null;
        }
        catch (Exception exception) when (KeepingFaults.IsOfFiles(exception))
        {
            return KeepingFaults.Of(exception);
        }
    }
}
