using System.Text.Json;
using EidAgent.Commands;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>Every citizen through the real program, the real service and the virtual reader, in two slots at once.</summary>
[Trait("Group", TestGroup.Card)]
public sealed class ReadCitizensTests(CommandLineFixture fixture) : IClassFixture<CommandLineFixture>
{
    // What each forged card breaks, and nothing else.
    private static readonly Dictionary<string, string> Broken = new()
    {
        ["bad-identity-signature"] = "IdentitySignature",
        ["bad-address-signature"] = "AddressSignature",
        ["bad-photo-hash"] = "PhotoHash",
        ["bad-basic-key"] = "BasicKey",
        ["other-chip-number"] = "ChipNumber",
        ["other-national-number"] = "NationalNumber",
        ["untrusted-register"] = "NationalRegisterUntrusted",
    };

    [Fact]
    public async Task Every_citizen_is_read_field_by_field_and_verified_under_the_test_anchors_alone()
    {
        var problems = new List<string>();
        var next = -1;
        async Task WorkAsync(int slot)
        {
            int mine;
            while ((mine = Interlocked.Increment(ref next)) < CitizenJson.Ids.Count)
            {
                var id = CitizenJson.Ids[mine];
                try
                {
                    await CheckAsync(id, slot);
                }
                catch (Exception problem) when (problem is Xunit.Sdk.IAssertionException or JsonException or InvalidOperationException or KeyNotFoundException)
                {
                    lock (problems)
                    {
                        problems.Add($"{id}: {problem.Message}");
                    }
                }
            }
        }

        await Task.WhenAll(WorkAsync(0), WorkAsync(1));

        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Figures.Add("citizens read by the command line over pcscd", CitizenJson.Ids.Count);
    }

    private async Task CheckAsync(string id, int slot)
    {
        var (pcscd, cancellation) = (fixture.Pcscd, TestContext.Current.CancellationToken);
        var reader = slot == 0 ? PrivatePcscd.FirstReader : PrivatePcscd.SecondReader;
        var citizen = CitizenJson.Read(id);
        await using (await InsertedCard.InAsync(pcscd, id, cancellation, PrivatePcscd.VpcdPort + slot))
        {
            var trusted = await AgentCommand.RunAsync(pcscd, CommandLineFixture.Anchors, "read", "--json", "--verify", "--reader", reader);
            if (CitizenJson.FaultsOf(citizen).Contains("notActivated"))
            {
                Assert.Equal((int)ExitCode.NotActivated, trusted.ExitCode);
                Assert.Empty(trusted.StandardOutput);
            }
            else
            {
                AssertRead(citizen, Broken.GetValueOrDefault(id), trusted.ExitCode, Parse(trusted.All, trusted.StandardOutput));
                var untrusted = await AgentCommand.RunAsync(pcscd, null, "read", "--json", "--verify", "--reader", reader);
                AssertNotVerified(untrusted.ExitCode, Parse(untrusted.All, untrusted.StandardOutput));
            }
        }

        // The driver's own look, every 0.4 s, must have seen the slot empty.
        await Task.Delay(TimeSpan.FromSeconds(1), cancellation);
    }

    private static void AssertRead(JsonElement citizen, string? broken, int exitCode, JsonElement read)
    {
        CitizenJson.AssertEqual(citizen, read);
        var proof = read.GetProperty("proof");
        string[] faults = [.. proof.GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()!)];
        Assert.Equal(broken is null ? [] : [broken], faults);
        Assert.Equal(broken is null, read.GetProperty("verified").GetBoolean());
        Assert.Equal((int)(broken is null ? ExitCode.Done : ExitCode.NotGenuine), exitCode);
        Assert.True(read.GetProperty("testTrust").GetBoolean());
    }

    private static void AssertNotVerified(int exitCode, JsonElement read)
    {
        Assert.False(read.GetProperty("verified").GetBoolean());
        Assert.Contains("NationalRegisterUntrusted", read.GetProperty("proof").GetProperty("faults").EnumerateArray().Select(fault => fault.GetString()));
        Assert.False(read.TryGetProperty("testTrust", out _));
        Assert.Equal((int)ExitCode.NotGenuine, exitCode);
    }

    private static JsonElement Parse(string all, string output)
    {
        Assert.StartsWith("{", output.TrimStart(), StringComparison.Ordinal);
        return JsonDocument.Parse(output).RootElement is { ValueKind: JsonValueKind.Object } read ? read : throw new JsonException(all);
    }
}
