using System.Globalization;
using Microsoft.Extensions.Options;
using TownSite.Accounts;

namespace TownSite;

/// <summary>Times as the town shows them.</summary>
internal sealed class TownClock(IOptions<AccountOptions> options, TimeProvider clock)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.TryFindSystemTimeZoneById(options.Value.TimeZone, out var found) ? found : TimeZoneInfo.Utc;

    /// <summary>The day it is in the town.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime);

    /// <summary>For example <c>2 maart 2026, 10:00</c>, in the language of the request.</summary>
    public string Show(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, zone).ToString("d MMMM yyyy, HH:mm", CultureInfo.CurrentCulture);
}
