using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Proof;

/// <summary>The card's part of docs/failure-codes.md names every member of its lists once, and nothing that does not exist.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CardCodesTests
{
    public static TheoryData<string, Type, int> Lists => new()
    {
        { "Data that is not genuine", typeof(CardProofFault), 4 },
        { "Remarks about genuine data", typeof(CardProofRemark), 3 },
        { "Whether the chip is genuine", typeof(ChipProof), 3 },
        { "Signatures that were not made", typeof(CardSigningFailure), 4 },
    };

    [Theory]
    [MemberData(nameof(Lists), DisableDiscoveryEnumeration = true)]
    public void Each_member_has_one_full_row(string heading, Type list, int columns)
    {
        var rows = Rows(heading);
        Assert.Equal(Enum.GetNames(list).Select(name => $"`{name}`").Order(StringComparer.Ordinal), rows.Select(row => row[0]).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(columns, row.Length));
        Assert.All(rows.SelectMany(row => row), Assert.NotEmpty);
    }

    private static string[][] Rows(string heading)
    {
        var card = File.ReadAllText(Path.Combine(Repository.Root, "docs", "failure-codes.md")).Split("\n## Card\n")[1].Split("\n## ")[0];
        var section = card.Split($"\n### {heading}\n")[1].Split("\n### ")[0];
        return [.. section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }
}
