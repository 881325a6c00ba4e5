namespace TownSite.Data;

/// <summary>What of the section <c>Town</c> says where the town keeps its data.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>
    /// A SQLite file, or a connection string of SQLite. In Development without a word here, <c>town.db</c> in the user's own data folder. ConnectionStrings:Town
    /// (<c>Host=…</c>) is PostgreSQL and goes first.
    /// </summary>
    public string? Database { get; set; }

    /// <summary>Applies migrations when the site starts. Otherwise a site whose database lags behind says so and does not start. On in Development.</summary>
    public bool MigrateAtStart { get; set; }

    /// <summary>Makes the invented accounts when the site starts; in Development only.</summary>
    public bool SeedAtStart { get; set; }
}
