using EidAgent.Commands;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>How the real program ends without a card, without a service and with a wrong command line.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class CommandEndTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ExitCode.NoCard, "Er zit geen kaart in de lezer.", "read")]
    [InlineData(ExitCode.NoCard, "Er zit geen kaart in de lezer.", "read", "--json", "--verify")]
    [InlineData(ExitCode.NoCard, "Il n'y a pas de carte dans le lecteur.", "pin", "verify", "--lang", "fr")]
    [InlineData(ExitCode.NoCard, "Er zit geen kaart in de lezer.", "record", "/nonexistent/card.txt")]
    [InlineData(ExitCode.NoReader, "Es ist kein Kartenleser angeschlossen, oder keiner mit diesem Namen.", "read", "--reader", "Other", "--lang", "de")]
    [InlineData(ExitCode.Usage, "--test-anchors (or EIDAUTH_TEST_ANCHORS): ", "read", "--test-anchors", "/nonexistent")]
    [InlineData(ExitCode.Usage, "--lang is nl, fr, de or en.", "read", "--lang", "es")]
    [InlineData(ExitCode.Usage, "a PIN is never taken on the command line", "pin", "verify", "4711")]
    [InlineData(ExitCode.Usage, "a PIN is never taken on the command line", "pin", "change", "--pin", "4711")]
    [InlineData(ExitCode.Usage, "a PIN is never taken on the command line", "pin", "4711")]
    internal async Task A_command_that_cannot_do_it_says_why_in_one_sentence_and_by_its_code(ExitCode code, string sentence, params string[] arguments)
    {
        var ended = await AgentCommand.RunAsync(fixture.Pcscd, null, arguments);

        Assert.Equal((int)code, ended.ExitCode);
        Assert.Contains(sentence, ended.StandardError);
        Assert.DoesNotContain("   at ", ended.All);
        Assert.DoesNotContain("4711", ended.All);
    }

    [Fact]
    public async Task Without_a_service_every_command_says_so()
    {
        foreach (var command in new[] { "read", "readers", "pin verify", "record /nonexistent/card.txt" })
        {
            var nowhere = new Dictionary<string, string?> { ["PCSCLITE_CSOCK_NAME"] = "/nonexistent/pcscd.comm", ["LANG"] = "C" };
            var ended = await Testing.Processes.TestProcess.RunAsync("dotnet", ["exec", AgentCommand.Program, .. command.Split(' ')], Cancellation, nowhere);

            Assert.Equal((int)ExitCode.ServiceUnavailable, ended.ExitCode);
            Assert.StartsWith("The smart card service does not answer.", ended.StandardError, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Waiting_lasts_until_a_card_comes()
    {
        await using var reading = AgentCommand.Start(fixture.Pcscd, "read", "--wait", "--lang", "en");
        await reading.WaitForLineAsync("Insert the eID card", TimeSpan.FromSeconds(60), Cancellation);

        await using var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-17", Cancellation);

        Assert.Equal(0, await reading.WaitForExitAsync(TimeSpan.FromSeconds(60), Cancellation));
        Assert.Matches("(?m)^National number +\\S", reading.StandardOutput);
    }

    [Fact]
    public async Task Waiting_ends_on_control_c()
    {
        await using var reading = AgentCommand.Start(fixture.Pcscd, "read", "--wait", "--reader", PrivatePcscd.SecondReader, "--lang", "en");
        await reading.WaitForLineAsync("Insert the eID card", TimeSpan.FromSeconds(60), Cancellation);

        reading.Signal(2);

        Assert.Equal((int)ExitCode.Cancelled, await reading.WaitForExitAsync(TimeSpan.FromSeconds(60), Cancellation));
    }
}
