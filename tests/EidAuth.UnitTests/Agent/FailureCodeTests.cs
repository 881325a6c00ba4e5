using System.Globalization;
using System.Text.RegularExpressions;
using EidAgent.Gate;
using EidAgent.Logins;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The agent's part of docs/failure-codes.md names every way in which the agent fails, and nothing that does not exist.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class FailureCodeTests
{
    private static readonly string Agent =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "failure-codes.md")).Split("\n## Agent\n")[1].Split("\n## ")[0];

    [Fact]
    public void Each_refusal_has_one_row_with_its_status() =>
        Assert.Equal(
            Enum.GetValues<AgentRefusal>().Select(refusal => (refusal.Code(), refusal.Status().ToString(CultureInfo.InvariantCulture))).Order(),
            Rows("Requests it refuses").Select(row => (row[0], row[1])).Order());

    [Fact]
    public void Each_ending_has_one_row_with_what_the_site_is_told() =>
        Assert.Equal(
            Enum.GetValues<LoginEnding>().Select(ending => (ending.Code(), ending.Failure()?.Code() ?? "-")).Order(),
            Rows("How a login ends").Select(row => (row[0], row[1])).Order());

    [Fact]
    public void Each_card_fault_has_one_row_with_its_ending() =>
        Assert.Equal(
            Enum.GetValues<CardFault>().Select(fault => (fault.ToString(), LoginEndings.Of(fault).Code())).Order(),
            Rows("Faults of cards and readers").Select(row => (row[0], row[2])).Order());

    // The rows of the table under that heading, cell by cell, without the marks of code.
    private static IEnumerable<string[]> Rows(string heading)
    {
        var section = Agent.Split($"\n### {heading}\n")[1].Split("\n### ")[0];
        return TableRow().Matches(section).Skip(2)
            .Select(row => row.Groups[1].Value.Split('|').Select(cell => cell.Trim().Trim('`')).ToArray());
    }

    [GeneratedRegex(@"^\|(.*)\|\r?$", RegexOptions.Multiline)]
    private static partial Regex TableRow();
}
