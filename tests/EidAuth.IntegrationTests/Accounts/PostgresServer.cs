using EidAuth.Testing.Postgres;
using Xunit;

namespace EidAuth.IntegrationTests.Accounts;

/// <summary>One PostgreSQL server for a class of tests; each test takes a database of its own.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    private PrivatePostgres? server;

    /// <summary>A connection string.</summary>
    public string NewDatabase() => server!.NewDatabase();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => server = await PrivatePostgres.StartAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
