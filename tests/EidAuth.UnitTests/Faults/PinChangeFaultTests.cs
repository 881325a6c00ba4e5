using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class PinChangeFaultTests
{
    [Theory]
    [InlineData("adult-11")]
    [InlineData("adult-17")]
    [InlineData("rekeyed-17")]
    [InlineData("adult-18")]
    public Task Every_fault_at_every_command_of_a_PIN_change_is_met(string citizen) =>
        FaultMatrix.RunAsync($"PIN change of {citizen}", new PinChangeTask(new FaultWorld(citizen)));
}
