using EidAuth.Testing;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>The tables of docs/accounts.md.</summary>
internal static class AccountsPage
{
    /// <summary>Heading, situation, what it comes to, history.</summary>
    public static IReadOnlyList<(string Table, string Situation, string ComesTo, string History)> Rows { get; } = Read();

    private static List<(string Table, string Situation, string ComesTo, string History)> Read()
    {
        var tables = File.ReadAllText(Path.Combine(Repository.Root, "docs", "accounts.md")).Split("\n## What comes of it\n")[1].Split("\n## ")[0].Split("\n### ")[1..];
        return
        [
            .. from table in tables
               from line in table.Split('\n').Where(line => line.StartsWith('|')).Skip(2)
               let cells = line.Trim('|').Split('|').Select(cell => cell.Trim().Replace("`", "", StringComparison.Ordinal)).ToArray()
               select (table.Split('\n')[0], cells[0], cells[1], cells[2]),
        ];
    }
}
