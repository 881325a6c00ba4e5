using System.Text.Json;
using EidAgent.Commands;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

[Trait("Group", TestGroup.Card)]
public sealed class ReadersWatchCommandTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_insertion_and_a_removal_are_told_until_control_c()
    {
        await using var watch = AgentCommand.Start(fixture.Pcscd, "readers", "--watch", "--lang", "en");
        await watch.WaitForLineAsync("Watching the readers", Patience, Cancellation);
        Assert.Contains($"{PrivatePcscd.FirstReader}: no card", watch.StandardOutput);

        await using (var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-18", Cancellation))
        {
            await watch.WaitForLineAsync($"{PrivatePcscd.FirstReader}: Belgian eID card", Patience, Cancellation);
            await card.RemoveAsync(Cancellation);
        }

        while (watch.StandardOutput.Split('\n').Count(line => line.EndsWith("no card", StringComparison.Ordinal)) < 3)
        {
            await Task.Delay(50, Cancellation);
        }

        watch.Signal(2);
        Assert.Equal((int)ExitCode.Done, await watch.WaitForExitAsync(Patience, Cancellation));
        Assert.Matches(@"\d\d:\d\d:\d\d  Virtual PCD 00 00: Belgian eID card\n\d\d:\d\d:\d\d  Virtual PCD 00 00: no card", watch.StandardOutput.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Scripts_get_one_object_a_line()
    {
        await using var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-17", Cancellation, PrivatePcscd.VpcdPort + 1);

        var list = await AgentCommand.RunAsync(fixture.Pcscd, null, "readers", "--json");

        Assert.True(list.ExitCode == 0, list.All);
        var readers = JsonDocument.Parse(list.StandardOutput).RootElement.GetProperty("readers").EnumerateArray().ToDictionary(reader => reader.GetProperty("name").GetString()!);
        Assert.Equal("Belgian", readers[PrivatePcscd.SecondReader].GetProperty("content").GetString());
        Assert.Equal("1.7", readers[PrivatePcscd.SecondReader].GetProperty("applet").GetString());
    }
}
