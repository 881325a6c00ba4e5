using EidAuth.Simulator.Faults;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Simulator.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class FaultNameTests
{
    [Theory]
    [InlineData("removed@1", FaultKind.Removed, 1)]
    [InlineData("removedAfter@12", FaultKind.RemovedAfter, 12)]
    [InlineData("READERRESOLVES@9999", FaultKind.ReaderResolves, 9999)]
    public void A_fault_is_a_kind_at_a_command(string text, FaultKind kind, int atCommand)
    {
        Assert.True(FaultName.TryParse(text, out var fault));
        Assert.Equal(new PlannedFault(kind, atCommand), fault);
    }

    [Theory]
    [InlineData("")]
    [InlineData("removed")]
    [InlineData("removed@")]
    [InlineData("removed@0")]
    [InlineData("removed@-1")]
    [InlineData("removed@10000")]
    [InlineData("removed@99999999999")]
    [InlineData("removed@1@2")]
    [InlineData("@1")]
    [InlineData("0@1")]
    [InlineData("removed,slow@1")]
    [InlineData(" removed@1")]
    public void Anything_else_is_none(string text) => Assert.False(FaultName.TryParse(text, out _));
}
