namespace EidAuth.AspNetCore;

/// <summary>How long sessions last. These count; the cookie's own <c>ExpireTimeSpan</c> and <c>SlidingExpiration</c> are set by them.</summary>
public sealed class ServerSessionOptions
{
    /// <summary>The shortest <see cref="IdleTime"/>: that a session is used is noted once a minute.</summary>
    public static readonly TimeSpan MinimumIdleTime = TimeSpan.FromMinutes(2);

    /// <summary>The longest <see cref="AbsoluteTime"/>.</summary>
    public static readonly TimeSpan MaximumAbsoluteTime = TimeSpan.FromDays(30);

    /// <summary>A session that is not used ends after this time.</summary>
    public TimeSpan IdleTime { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time, however often it is used.</summary>
    public TimeSpan AbsoluteTime { get; set; } = TimeSpan.FromHours(8);
}
