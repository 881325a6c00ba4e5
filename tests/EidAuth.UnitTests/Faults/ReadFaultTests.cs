using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class ReadFaultTests
{
    [Theory]
    [InlineData("adult-11")]
    [InlineData("adult-17")]
    [InlineData("rekeyed-17")]
    [InlineData("adult-18")]
    public Task Every_fault_at_every_command_of_a_full_read_is_met(string citizen) =>
        FaultMatrix.RunAsync($"full read with proof of {citizen}", new ReadTask(new FaultWorld(citizen)));
}
