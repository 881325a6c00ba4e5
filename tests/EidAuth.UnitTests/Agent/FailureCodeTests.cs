using System.Globalization;
using EidAgent.Gate;
using EidAgent.Logins;
using EidAuth.Iso7816;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Agent;

/// <summary>The agent's part of docs/failure-codes.md names every way in which the agent fails, and nothing that does not exist.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class FailureCodeTests
{
    [Fact]
    public void Each_refusal_has_one_row_with_its_status() =>
        Assert.Equal(
            Enum.GetValues<AgentRefusal>().Select(refusal => (refusal.Code(), refusal.Status().ToString(CultureInfo.InvariantCulture))).Order(),
            AgentCodes.Rows("Requests it refuses").Select(row => (row[0], row[1])).Order());

    [Fact]
    public void Each_ending_has_one_row_with_what_the_site_is_told() =>
        Assert.Equal(
            Enum.GetValues<LoginEnding>().Select(ending => (ending.Code(), ending.Failure()?.Code() ?? "-")).Order(),
            AgentCodes.Rows("How a login ends").Select(row => (row[0], row[1])).Order());

    [Fact]
    public void Each_card_fault_has_one_row_with_its_ending() =>
        Assert.Equal(
            Enum.GetValues<CardFault>().Select(fault => (fault.ToString(), LoginEndings.Of(fault).Code())).Order(),
            AgentCodes.Rows("Faults of cards and readers").Select(row => (row[0], row[2])).Order());
}
