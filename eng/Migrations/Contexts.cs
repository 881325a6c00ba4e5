using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TownSite.Data;

namespace Migrations;

/// <summary>The town's contexts for dotnet-ef, which reads their model and asks no database.</summary>
internal sealed class Contexts : IDesignTimeDbContextFactory<SqliteTownContext>, IDesignTimeDbContextFactory<PostgreSqlTownContext>
{
    SqliteTownContext IDesignTimeDbContextFactory<SqliteTownContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTownContext>().UseSqlite("Data Source=:memory:").Options);

    PostgreSqlTownContext IDesignTimeDbContextFactory<PostgreSqlTownContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlTownContext>().UseNpgsql("Host=nowhere.invalid").Options);
}
