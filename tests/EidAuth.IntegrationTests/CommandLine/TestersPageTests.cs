using EidAuth.Testing;
using EidAuth.Testing.Pki;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The test of a site that docs/testers.md shows, as written there, in a project of its own.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class TestersPageTests
{
    [Fact]
    public async Task The_sites_test_passes_as_it_stands_there()
    {
        using var program = await PageProgram.BuildAsync(
            (await PageProgram.BlocksAsync("testers.md"))[..1], ["EidAuth.AspNetCore", "EidAuth.Simulator"], "xunit.v3", "Microsoft.AspNetCore.TestHost");

        // The PKI that its one line takes by itself, with keys made before.
        var data = Directory.CreateDirectory(Path.Combine(program.Folder, "data", "eidauth-sim"));
        Directory.CreateSymbolicLink(Path.Combine(data.FullName, "pki"), SharedPki.Folder);
        var environment = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = data.Parent!.FullName, ["HOME"] = program.Folder };
        var run = await program.RunAsync(environment);

        Assert.True(run.ExitCode == 0, run.All);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", run.All, StringComparison.Ordinal);
    }
}
