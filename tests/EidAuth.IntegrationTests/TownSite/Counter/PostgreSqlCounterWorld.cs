using EidAuth.Testing.Postgres;

namespace EidAuth.IntegrationTests.TownSite.Counter;

/// <summary>The same town on a real PostgreSQL server of its own, with the invented accounts and requests.</summary>
public sealed class PostgreSqlCounterWorld : CounterWorld
{
    private PrivatePostgres? server;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    protected override async Task<string[]> DatabaseAsync()
    {
        server = await PrivatePostgres.StartAsync();
        return [$"--ConnectionStrings:Town={server.NewDatabase()}"];
    }
}
