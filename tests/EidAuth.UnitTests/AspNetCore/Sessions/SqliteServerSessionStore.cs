using System.Text.Json;
using EidAuth.AspNetCore;
using Microsoft.Data.Sqlite;

namespace EidAuth.UnitTests.AspNetCore.Sessions;

/// <summary>Sessions in a database that several servers share, as a site would write it: each promise of the contract is one statement, or one transaction.</summary>
internal sealed class SqliteServerSessionStore(string connectionString, TimeProvider clock) : IServerSessionStore
{
    private const string NotEnded = "NOT EXISTS (SELECT 1 FROM ended WHERE ended.end_hash = $end AND ended.until > $now)";

    public bool IsSingleServer => false;

    public async Task CreateAsync(CancellationToken cancellation) => await RunAsync(
        """
        CREATE TABLE session (id TEXT PRIMARY KEY, key_hash TEXT NOT NULL UNIQUE, account TEXT, end_hash TEXT, json TEXT NOT NULL, ticket BLOB NOT NULL);
        CREATE INDEX session_account ON session (account);
        CREATE INDEX session_end_hash ON session (end_hash);
        CREATE TABLE ended (end_hash TEXT PRIMARY KEY, until INTEGER NOT NULL);
        """,
        cancellation);

    public async ValueTask<bool> AddAsync(SealedServerSession session, CancellationToken cancellation) => await RunAsync(
        $"INSERT INTO session SELECT $id, $key, $account, $end, $json, $ticket WHERE {NotEnded}", cancellation, Row(session)) == 1;

    public async ValueTask<SealedServerSession?> FindAsync(string keyHash, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = Command(connection, "SELECT json, ticket FROM session WHERE key_hash = $key", ("$key", keyHash));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new(Read(reader.GetString(0)), keyHash, reader.GetFieldValue<byte[]>(1)) : null;
    }

    public async ValueTask<bool> ReplaceAsync(string keyHash, SealedServerSession session, CancellationToken cancellation)
    {
        if (await RunAsync(
            $"UPDATE session SET id = $id, key_hash = $key, account = $account, end_hash = $end, json = $json, ticket = $ticket WHERE key_hash = $before AND {NotEnded}",
            cancellation, [.. Row(session), ("$before", keyHash)]) == 1)
        {
            return true;
        }

        await RunAsync("DELETE FROM session WHERE key_hash = $before", cancellation, ("$before", keyHash));
        return false;
    }

    public async ValueTask TouchAsync(string id, DateTimeOffset lastSeenAt, DateTimeOffset expiresAt, CancellationToken cancellation)
    {
        var times = JsonSerializer.Serialize(new { LastSeenAt = lastSeenAt, ExpiresAt = expiresAt });
        await RunAsync("UPDATE session SET json = json_patch(json, $times) WHERE id = $id", cancellation, ("$id", id), ("$times", times));
    }

    public async ValueTask<IReadOnlyList<ServerSession>> OfAccountAsync(string account, CancellationToken cancellation)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = Command(connection, "SELECT json FROM session WHERE account = $account", ("$account", account));
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var sessions = new List<ServerSession>();
        while (await reader.ReadAsync(cancellation))
        {
            sessions.Add(Read(reader.GetString(0)));
        }

        return sessions;
    }

    public async ValueTask<bool> EndAsync(string id, CancellationToken cancellation) =>
        await RunAsync("DELETE FROM session WHERE id = $id", cancellation, ("$id", id)) == 1;

    public async ValueTask<int> EndAllAsync(string account, string? exceptId, CancellationToken cancellation) =>
        await RunAsync("DELETE FROM session WHERE account = $account AND id IS NOT $except", cancellation, ("$account", account), ("$except", exceptId));

    // First remembered, then ended: a session that begins between the two is found by the second.
    public async ValueTask<int> EndByCardAsync(string endHash, DateTimeOffset until, CancellationToken cancellation)
    {
        await RunAsync("INSERT OR REPLACE INTO ended VALUES ($end, $until)", cancellation, ("$end", endHash), ("$until", until.UtcTicks));
        return await RunAsync("DELETE FROM session WHERE end_hash = $end", cancellation, ("$end", endHash));
    }

    private static ServerSession Read(string json) => JsonSerializer.Deserialize<ServerSession>(json)!;

    private static SqliteCommand Command(SqliteConnection connection, string text, params (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // every text is one of this file
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    private (string Name, object? Value)[] Row(SealedServerSession session) =>
    [
        ("$id", session.Session.Id), ("$key", session.KeyHash), ("$account", session.Session.Account), ("$end", session.Session.EndHash),
        ("$json", JsonSerializer.Serialize(session.Session)), ("$ticket", session.Ticket.ToArray()), ("$now", clock.GetUtcNow().UtcTicks),
    ];

    private async Task<SqliteConnection> OpenAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private async Task<int> RunAsync(string text, CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        await using var connection = await OpenAsync(cancellation);
        await using var command = Command(connection, text, values);
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
