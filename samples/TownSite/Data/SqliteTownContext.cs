using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TownSite.Data;

/// <summary>The town on SQLite: one file, one server.</summary>
public sealed class SqliteTownContext(DbContextOptions<SqliteTownContext> options) : TownContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no type for times and cannot order text with an offset; milliseconds of UTC it can.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixTime>();
    }

    private sealed class UnixTime() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
