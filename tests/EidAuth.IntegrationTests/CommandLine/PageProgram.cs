using EidAuth.Testing;
using EidAuth.Testing.Processes;
using Xunit;

namespace EidAuth.IntegrationTests.CommandLine;

/// <summary>
/// A program that a page of the documentation shows, built as written there in a project of its own: beside the tree, so that none of its settings apply, with the
/// libraries that the build of these tests made.
/// </summary>
internal sealed class PageProgram : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("eidauth-page-");

    private PageProgram()
    {
    }

    /// <summary>Its folder, for files of the test too.</summary>
    public string Folder => folder.FullName;

    /// <summary>What <c>dotnet exec</c> runs.</summary>
    public string Path => System.IO.Path.Combine(Folder, "bin", "Debug", "net10.0", "Program.dll");

    /// <summary>The C# blocks of a page, in order; of one section where it is named.</summary>
    public static async Task<string[]> BlocksAsync(string page, string? section = null)
    {
        var text = await File.ReadAllTextAsync(System.IO.Path.Combine(Repository.Root, "docs", page), TestContext.Current.CancellationToken);
        text = section is null ? text : text.Split($"## {section}\n")[1].Split("\n## ")[0];
        return [.. text.Split("```csharp\n")[1..].Select(block => block.Split("```")[0])];
    }

    /// <summary>Builds these sources.</summary>
    /// <param name="sources">C#, a file each.</param>
    /// <param name="projects">Projects of the tree that it refers to.</param>
    /// <param name="packages">Packages, in the versions that the tree has.</param>
    public static async Task<PageProgram> BuildAsync(IEnumerable<string> sources, string[] projects, params string[] packages)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var program = new PageProgram();
        try
        {
            foreach (var (i, source) in sources.Index())
            {
                await File.WriteAllTextAsync(System.IO.Path.Combine(program.Folder, $"Source{i}.cs"), source, cancellation);
            }

            var versions = await File.ReadAllTextAsync(System.IO.Path.Combine(Repository.Root, "Directory.Packages.props"), cancellation);
            var references = projects.Select(project => $"<ProjectReference Include=\"{Repository.Root}/src/{project}/{project}.csproj\" />")
                .Concat(packages.Select(package => $"<PackageReference Include=\"{package}\" Version=\"{versions.Split($"Include=\"{package}\" Version=\"")[1].Split('"')[0]}\" />"));
            await File.WriteAllTextAsync(
                System.IO.Path.Combine(program.Folder, "Program.csproj"),
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
                     {string.Join("\n    ", references)}
                   </ItemGroup>
                 </Project>
                 """,
                cancellation);
            await using var build = TestProcess.Start(
                "dotnet",
                ["build", "-nologo", "-v", "q", "-p:BuildProjectReferences=false", "--disable-build-servers"],
                new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1" },
                program.Folder);
            var ended = await build.WaitForExitAsync(TimeSpan.FromMinutes(5), cancellation);
            Assert.True(ended == 0, build.StandardOutput + build.StandardError);
            return program;
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>Runs it to its end.</summary>
    public Task<ProcessResult> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>Runs it to its end in another environment.</summary>
    public Task<ProcessResult> RunAsync(IReadOnlyDictionary<string, string?>? environment, params string[] arguments) =>
        TestProcess.RunAsync("dotnet", ["exec", Path, .. arguments], TestContext.Current.CancellationToken, environment);

    public void Dispose() => folder.Delete(recursive: true);
}
