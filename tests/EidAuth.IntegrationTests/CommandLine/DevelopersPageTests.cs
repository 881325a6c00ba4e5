using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The program of docs/developers.md, as written there, in a project of its own.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class DevelopersPageTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_ten_lines_print_a_verified_name()
    {
        var source = (await PageProgram.BlocksAsync("developers.md"))[0];
        Assert.InRange(source.TrimEnd().Split('\n').Length, 1, 10);
        using var program = await PageProgram.BuildAsync([source], ["EidAuth.Core"]);
        await using var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-18", Cancellation);

        var trusted = await program.RunAsync(fixture.Pcscd.Environment, CommandLineFixture.Anchors);
        var untrusted = await program.RunAsync(fixture.Pcscd.Environment);

        var citizen = Citizen.All["adult-18"];
        Assert.Equal((0, $"{citizen.GivenNames} {citizen.Surname}", ""), (trusted.ExitCode, trusted.StandardOutput, trusted.StandardError));
        Assert.Equal((0, "not proven: NationalRegisterUntrusted"), (untrusted.ExitCode, untrusted.StandardOutput));
    }
}
