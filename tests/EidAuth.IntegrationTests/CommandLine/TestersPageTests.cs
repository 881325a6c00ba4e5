using EidAuth.Testing;
using EidAuth.Testing.Pki;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>The test of a site that docs/testers.md shows, as written there, in a project of its own.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class TestersPageTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_sites_test_passes_as_it_stands_there()
    {
        var program = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "testers.md"), Cancellation)).Split("```csharp\n")[1].Split("```")[0];
        var folder = Directory.CreateTempSubdirectory("eidauth-site-test-");
        try
        {
            var built = await BuildAsync(folder.FullName, program);

            // The PKI that its one line takes by itself, with keys made before.
            var data = folder.CreateSubdirectory("data");
            Directory.CreateSymbolicLink(Path.Combine(data.CreateSubdirectory("eidauth-sim").FullName, "pki"), SharedPki.Folder);
            var environment = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = data.FullName, ["HOME"] = folder.FullName };
            var run = await TestProcess.RunAsync("dotnet", ["exec", built], Cancellation, environment);

            Assert.True(run.ExitCode == 0, run.All);
            Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", run.All, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Built beside the tree, so none of its settings apply; with the versions of the packages that the tree has.
    private static async Task<string> BuildAsync(string folder, string program)
    {
        var tree = Path.Combine(Repository.Root, "src");
        await File.WriteAllTextAsync(Path.Combine(folder, "CardLoginTests.cs"), program, Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "CardLogin.csproj"),
            $"""
             <Project Sdk="Microsoft.NET.Sdk">
               <PropertyGroup>
                 <OutputType>Exe</OutputType>
                 <TargetFramework>net10.0</TargetFramework>
                 <ImplicitUsings>enable</ImplicitUsings>
                 <Nullable>enable</Nullable>
                 <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                 <NuGetAudit>false</NuGetAudit>
               </PropertyGroup>
               <ItemGroup>
                 <PackageReference Include="xunit.v3" Version="{await VersionAsync("xunit.v3")}" />
                 <PackageReference Include="Microsoft.AspNetCore.TestHost" Version="{await VersionAsync("Microsoft.AspNetCore.TestHost")}" />
                 <ProjectReference Include="{tree}/EidAuth.AspNetCore/EidAuth.AspNetCore.csproj" />
                 <ProjectReference Include="{tree}/EidAuth.Simulator/EidAuth.Simulator.csproj" />
               </ItemGroup>
             </Project>
             """,
            Cancellation);

        // The libraries are built already, by the build of these tests.
        await using var build = TestProcess.Start(
            "dotnet", ["build", "-nologo", "-v", "q", "-p:BuildProjectReferences=false", "--disable-build-servers"], new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1" }, folder);
        var ended = await build.WaitForExitAsync(TimeSpan.FromMinutes(5), Cancellation);
        Assert.True(ended == 0, build.StandardOutput + build.StandardError);
        return Path.Combine(folder, "bin", "Debug", "net10.0", "CardLogin.dll");
    }

    private static async Task<string> VersionAsync(string package) =>
        (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Directory.Packages.props"), Cancellation)).Split($"Include=\"{package}\" Version=\"")[1].Split('"')[0];
}
