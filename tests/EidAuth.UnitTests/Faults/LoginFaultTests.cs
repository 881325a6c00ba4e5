using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class LoginFaultTests
{
    [Theory]
    [InlineData("adult-17")]
    [InlineData("rekeyed-17")]
    [InlineData("adult-18")]
    public Task Every_fault_at_every_command_of_a_login_is_met(string citizen) =>
        FaultMatrix.RunAsync($"login of {citizen}", new LoginTask(new FaultWorld(citizen)));

    [Theory]
    [InlineData("adult-17")]
    [InlineData("rekeyed-17")]
    [InlineData("adult-18")]
    public Task Every_fault_at_every_command_of_a_login_with_a_wrong_PIN_is_met(string citizen) =>
        FaultMatrix.RunAsync($"login with a wrong PIN of {citizen}", new WrongPinLoginTask(new FaultWorld(citizen)));
}
