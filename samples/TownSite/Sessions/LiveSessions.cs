using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TownSite.Sessions;

/// <summary>
/// The sessions that count, in memory: a cookie is good only while its session is here, so that a logout ends every copy of it. Each login begins a session of
/// its own. (The framework's ITicketStore would go on with the key of a cookie that was there before the login.)
/// </summary>
internal sealed class LiveSessions(TimeProvider clock)
{
    /// <summary>However often a session is used, it ends after this time.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    private readonly ConcurrentDictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);

    /// <summary>Begins a session and returns its id.</summary>
    public string Begin()
    {
        var now = clock.GetUtcNow();
        foreach (var (over, _) in ends.Where(session => session.Value <= now))
        {
            ends.TryRemove(over, out _);
        }

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        ends[id] = now + Longest;
        return id;
    }

    public bool IsLive(string? id) => id is not null && ends.TryGetValue(id, out var end) && clock.GetUtcNow() < end;

    public void End(string? id)
    {
        if (id is not null)
        {
            ends.TryRemove(id, out _);
        }
    }
}
