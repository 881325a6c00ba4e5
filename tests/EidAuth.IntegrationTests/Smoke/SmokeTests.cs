using System.Text.Json;
using Demo.Smoke;
using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.Smoke;

/// <summary>The README's first command, as its own process.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed class SmokeTests
{
    [Theory]
    [InlineData("adult-18", "Vermeersch")]
    [InlineData("adult-17", "Delvaux-Noël")]
    [InlineData("one-try-left", null)]
    [InlineData("born-2003", null)]
    [InlineData("hostile-name", null)]
    public async Task A_citizen_is_logged_in_and_the_claims_are_the_one_thing_on_standard_output(string citizen, string? familyName)
    {
        var result = await RunAsync(citizen);

        Assert.Equal(0, result.ExitCode);
        var json = JsonDocument.Parse(result.StandardOutput).RootElement;
        Assert.Equal("LoggedIn", json.GetProperty("outcome").GetString());
        var claims = json.GetProperty("claims");
        Assert.Equal(43, claims.GetProperty("sub").GetString()!.Length);
        Assert.Equal(["sc", "pin"], claims.GetProperty("amr").EnumerateArray().Select(method => method.GetString()!));
        Assert.Equal("be-eid", claims.GetProperty("acr").GetString());
        Assert.True(claims.GetProperty("auth_time").GetInt64() > 0);
        Assert.Equal(familyName ?? claims.GetProperty("family_name").GetString(), claims.GetProperty("family_name").GetString());
    }

    [Fact]
    public async Task A_revoked_card_is_rejected_with_its_code_and_exit_2()
    {
        var result = await RunAsync("revoked");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("""{"outcome":"Rejected","code":"CertificateRevoked"}""", result.StandardOutput.Trim());
    }

    [Fact]
    public async Task A_citizen_who_is_not_there_is_named_on_standard_error()
    {
        var result = await RunAsync("nobody");

        Assert.Equal(1, result.ExitCode);
        Assert.Empty(result.StandardOutput.Trim());
        Assert.Contains("there is no nobody", result.StandardError, StringComparison.Ordinal);
    }

    private static Task<ProcessResult> RunAsync(string citizen) => TestProcess.RunAsync(
        "dotnet", [typeof(SmokeRun).Assembly.Location, "--smoke", "--citizen", citizen], TestContext.Current.CancellationToken);
}
