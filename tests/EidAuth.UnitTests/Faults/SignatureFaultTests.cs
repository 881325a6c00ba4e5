using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Faults;

[Trait("Group", TestGroup.Card)]
public sealed class SignatureFaultTests
{
    [Theory]
    [InlineData("adult-17")]
    [InlineData("rekeyed-17")]
    [InlineData("adult-18")]
    public Task Every_fault_at_every_command_of_a_signature_is_met(string citizen) =>
        FaultMatrix.RunAsync($"signature of {citizen}", new SignatureTask(new FaultWorld(citizen)));
}
