using EidAuth.Testing;
using Microsoft.EntityFrameworkCore;
using TownSite.Data;
using Xunit;

namespace EidAuth.IntegrationTests.TownSite;

[Trait("Group", TestGroup.Town)]
public sealed class MigrationTests
{
    /// <summary>When this fails, run <c>eng/migrations</c>.</summary>
    [Fact]
    public void The_migrations_make_the_tables_of_the_model()
    {
        using var sqlite = new SqliteTownContext(new DbContextOptionsBuilder<SqliteTownContext>().UseSqlite("Data Source=:memory:").Options);
        using var server = new PostgreSqlTownContext(new DbContextOptionsBuilder<PostgreSqlTownContext>().UseNpgsql("Host=nowhere.invalid").Options);

        Assert.False(sqlite.Database.HasPendingModelChanges(), "The SQLite migrations are behind the model: run eng/migrations.");
        Assert.False(server.Database.HasPendingModelChanges(), "The PostgreSQL migrations are behind the model: run eng/migrations.");
        Assert.NotEmpty(sqlite.Database.GetMigrations());
        Assert.NotEmpty(server.Database.GetMigrations());
    }
}
