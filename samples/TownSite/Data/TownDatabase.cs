using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TownSite.Data;

/// <summary>Which database the configuration names.</summary>
internal static class TownDatabase
{
    public static void AddTownDatabase(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<DatabaseOptions>(builder.Configuration.GetSection("Town"));
        if (builder.Configuration.GetConnectionString("Town") is { Length: > 0 } server)
        {
            if (!server.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase))
            {
                throw new InvalidOperationException("ConnectionStrings:Town is for PostgreSQL and begins with Host=, for example \"Host=localhost;Database=town;Username=town\". For SQLite write the file into Town:Database.");
            }

            builder.Services.AddDbContext<TownContext, PostgreSqlTownContext>(options => options.UseNpgsql(server));
        }
        else
        {
            var file = SqliteConnection(builder);
            builder.Services.AddDbContext<TownContext, SqliteTownContext>(options => options.UseSqlite(file));
        }

        builder.Services.AddHostedService<DatabaseStart>();
    }

    private static string SqliteConnection(WebApplicationBuilder builder)
    {
        var named = builder.Configuration["Town:Database"];
        if (string.IsNullOrEmpty(named))
        {
            if (!builder.Environment.IsDevelopment())
            {
                throw new InvalidOperationException("The town needs a database: write Town:Database (a SQLite file, for example /var/lib/town/town.db) or ConnectionStrings:Town (PostgreSQL, Host=…).");
            }

            named = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "eidauth", "town.db");
        }

        var connection = named.Contains('=', StringComparison.Ordinal) ? new SqliteConnectionStringBuilder(named) : new SqliteConnectionStringBuilder { DataSource = named };
        if (Path.GetDirectoryName(Path.GetFullPath(connection.DataSource)) is { } folder && !Directory.Exists(folder))
        {
            MakeForThisUserAlone(folder);
        }

        return connection.ConnectionString;
    }

    // People's data: nobody else on the machine reads it.
    private static void MakeForThisUserAlone(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
