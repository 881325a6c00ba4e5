using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.AspNetCore.Accounts;

/// <summary>docs/accounts.md says what the code does, row by row.</summary>
[Trait("Group", TestGroup.Town)]
public sealed class AccountsPageTests : IDisposable
{
    private readonly SqliteSite sqlite = new();

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var row in AccountsPage.Rows)
            {
                rows.Add(row.Table, row.Situation);
            }

            return rows;
        }
    }

    public void Dispose() => sqlite.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_situation_comes_to_what_its_row_says(string table, string situation)
    {
        var row = AccountsPage.Rows.Single(row => row.Table == table && row.Situation == situation);
        await using var site = await sqlite.StartAsync();
        var (word, who) = await new Situations(site).All[(table, situation)]();
        var history = who is null ? [] : await site.HistoryAsync(who);
        Assert.Equal((row.ComesTo, row.History), (word, history.Count == 0 ? "nothing" : string.Join(", ", history)));
    }

    [Fact]
    public async Task Every_situation_has_a_row()
    {
        await using var site = await sqlite.StartAsync();
        Assert.Equal(
            new Situations(site).All.Keys.Select(key => $"{key.Table}: {key.Situation}").Order(StringComparer.Ordinal),
            AccountsPage.Rows.Select(row => $"{row.Table}: {row.Situation}").Order(StringComparer.Ordinal));
    }
}
