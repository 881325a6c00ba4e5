using EidAuth.Pki;

namespace EidAuth.AspNetCore.Revocation;

/// <summary>A list that is kept fresh while logins of its CA come.</summary>
/// <param name="site">Whose store.</param>
/// <param name="question">Where the list is; about no certificate of a person.</param>
/// <param name="age">A list older than this is not used without trying for a newer one.</param>
internal sealed class WatchedList(SiteRevocation site, CrlQuestion question, TimeSpan age)
{
    private long lastSeen;
    private long due;

    public SiteRevocation Site { get; } = site;

    public CrlQuestion Question { get; } = question;

    public TimeSpan Age { get; } = age;

    /// <summary>Fetches that failed since the last that did not.</summary>
    public int Failures { get; set; }

    /// <summary>The last login that could need it.</summary>
    public DateTimeOffset LastSeen
    {
        get => new(Interlocked.Read(ref lastSeen), TimeSpan.Zero);
        set => Interlocked.Exchange(ref lastSeen, value.UtcTicks);
    }

    /// <summary>When it is fetched next.</summary>
    public DateTimeOffset Due
    {
        get => new(Interlocked.Read(ref due), TimeSpan.Zero);
        set => Interlocked.Exchange(ref due, value.UtcTicks);
    }
}
