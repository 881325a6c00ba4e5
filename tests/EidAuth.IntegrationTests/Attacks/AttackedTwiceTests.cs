using EidAgent.Gate;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Plays every row of the table "Attacks played twice" of docs/threat-model.md over sockets: with the defence it is refused, without it alone it succeeds.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed class AttackedTwiceTests(ITestOutputHelper output)
{
    public static TheoryData<AttackRow> Rows => [.. AttackTable.Rows()];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task It_is_refused_and_succeeds_where_the_one_defence_is_missing(AttackRow row)
    {
        var with = await AttackList.All[row.Attack](true);
        var without = await AttackList.All[row.Attack](false);

        output.WriteLine($"{row.Attack} | {row.Defence} | with: refused ({with.Answer}) | without: succeeds ({without.Answer})");
        Assert.False(with.Succeeded, $"It succeeds: {with.Answer}");
        Assert.Equal(row.With, with.Answer);
        Assert.True(without.Succeeded, $"It is refused without its defence too, so something else stops it: {without.Answer}");
    }

    /// <summary>Why the second row of the table takes two checks away.</summary>
    [Fact]
    public async Task Where_a_browser_says_nothing_of_its_requests_the_missing_headers_stop_a_foreign_name_too() =>
        Assert.Equal(new AttackEnd(false, "403 metadata_missing"), await AttackedAgent.PlayAsync(defended: false, AttackedAgent.Without<HostCheck>, PortAttacks.RebindingWithoutMetadataAsync));

    [Fact]
    public void Every_attack_has_its_row_with_both_sides()
    {
        var rows = AttackTable.Rows();

        Assert.Equal(AttackList.All.Keys.Order(StringComparer.Ordinal), rows.Select(row => row.Attack).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.InRange(row.Threat, 1, 25));
        Assert.All(rows, row => Assert.DoesNotContain("", new[] { row.Defence, row.With, row.Without }));
        Figures.Add("attacks played with and without their one defence", rows.Count);
    }
}
