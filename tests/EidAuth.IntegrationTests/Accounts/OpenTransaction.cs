using EidAuth.UnitTests.AspNetCore.Accounts;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace EidAuth.IntegrationTests.Accounts;

/// <summary>A transaction of somebody else that has done one statement and has not ended.</summary>
internal sealed class OpenTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private OpenTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, Transaction) = (connection, transaction);

    public NpgsqlTransaction Transaction { get; }

    public static async Task<OpenTransaction> BeginAsync(AccountSite site, string statement)
    {
        var connection = new NpgsqlConnection(await site.DataAsync(data => Task.FromResult(data.Database.GetConnectionString())));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection, transaction);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return new OpenTransaction(connection, transaction);
    }

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
