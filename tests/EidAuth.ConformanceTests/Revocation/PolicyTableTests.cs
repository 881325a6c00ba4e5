using EidAuth.Login;
using EidAuth.Pki;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Revocation;

/// <summary>docs/revocation.md says of every mode what the code does, cell by cell; and what must hold in every cell.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class PolicyTableTests
{
    public static IEnumerable<TheoryDataRow<int, int>> Rows() =>
        PolicyTable.All.Index().SelectMany(table => Enum.GetValues<ResponderWord>().Select(word =>
            new TheoryDataRow<int, int>(table.Index, (int)word) { TestDisplayName = $"{table.Item.Title}: {word}" }));

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_page_says_what_the_code_does(int table, int responder)
    {
        var row = PolicyTable.All[table].Row((ResponderWord)responder);

        Assert.True(row == PolicyTable.All[table].Stated((ResponderWord)responder), $"docs/revocation.md differs, the code has:\n{row}");
    }

    [Fact]
    public void What_must_hold_in_every_cell_holds()
    {
        var cells = 0;
        foreach (var table in PolicyTable.All)
        {
            foreach (var responder in Enum.GetValues<ResponderWord>())
            {
                foreach (var list in Enum.GetValues<ListWord>())
                {
                    Check(table, responder, list);
                    cells++;
                }
            }
        }

        Figures.Add("revocation, modes × responder × list, cells", cells);
    }

    private static void Check(PolicyTable table, ResponderWord responder, ListWord list)
    {
        var (finding, asked) = table.Find(responder, list);
        var cell = $"{table.Title}, {responder}, {list}: {table.Cell(responder, list)}";
        var passes = finding.Rejection is null;

        // Nobody passes unless somebody said good or left him out, in time or in the named grace.
        var mayClear = responder == ResponderWord.Good || list == ListWord.Clean || (list == ListWord.EndedWithinGrace && table.Policy.Mode == RevocationMode.Grace);
        Assert.True(!passes || mayClear, cell);

        // What somebody who was asked says against him is not overheard, nor what is held.
        var isHeard = asked.Contains('R', StringComparison.Ordinal);
        Assert.True(!passes || !isHeard || responder is not (ResponderWord.Revoked or ResponderWord.OnHold or ResponderWord.Unknown), cell);
        Assert.True(!passes || list != ListWord.Revoked || (table.CanFetch && !asked.Contains('L', StringComparison.Ordinal)), cell);

        // The grace shows, and only in its mode.
        Assert.Equal(table.Policy.Mode == RevocationMode.Grace && passes && list == ListWord.EndedWithinGrace && responder != ResponderWord.Good, finding.Evidence is { IsGrace: true });

        // Passing has evidence; nobody is asked twice; nobody is asked who is not there.
        Assert.True(!passes || finding.Evidence is not null, cell);
        Assert.Equal(asked.Length, asked.Distinct().Count());
        Assert.False(responder == ResponderWord.NoResponder && isHeard, cell);
        Assert.False(!table.CanFetch && asked.Contains('L', StringComparison.Ordinal), cell);
    }
}
