using EidAuth.Simulator.Cards;
using EidAuth.Testing;
using EidAuth.Testing.Pcsc;
using EidAuth.Testing.Processes;
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
        var program = (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "developers.md"), Cancellation)).Split("```csharp\n")[1].Split("```")[0];
        Assert.InRange(program.TrimEnd().Split('\n').Length, 1, 10);
        var folder = Directory.CreateTempSubdirectory("eidauth-ten-lines-");
        try
        {
            var built = await BuildAsync(folder.FullName, program);
            await using var card = await InsertedCard.InAsync(fixture.Pcscd, "adult-18", Cancellation);

            var trusted = await TestProcess.RunAsync("dotnet", ["exec", built, CommandLineFixture.Anchors], Cancellation, fixture.Pcscd.Environment);
            var untrusted = await TestProcess.RunAsync("dotnet", ["exec", built], Cancellation, fixture.Pcscd.Environment);

            var citizen = Citizen.All["adult-18"];
            Assert.Equal((0, $"{citizen.GivenNames} {citizen.Surname}", ""), (trusted.ExitCode, trusted.StandardOutput, trusted.StandardError));
            Assert.Equal((0, "not proven: NationalRegisterUntrusted"), (untrusted.ExitCode, untrusted.StandardOutput));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // As `dotnet new console` makes it, with the reference that the page adds. Built beside the tree, so none of its settings apply.
    private static async Task<string> BuildAsync(string folder, string program)
    {
        var library = Path.Combine(Repository.Root, "src", "EidAuth.Core", "EidAuth.Core.csproj");
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), program, Cancellation);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "CardName.csproj"),
            $"""
             <Project Sdk="Microsoft.NET.Sdk">
               <PropertyGroup>
                 <OutputType>Exe</OutputType>
                 <TargetFramework>net10.0</TargetFramework>
                 <ImplicitUsings>enable</ImplicitUsings>
                 <Nullable>enable</Nullable>
                 <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
               </PropertyGroup>
               <ItemGroup>
                 <ProjectReference Include="{library}" />
               </ItemGroup>
             </Project>
             """,
            Cancellation);

        // The library is built already, by the build of these tests.
        await using var build = TestProcess.Start(
            "dotnet", ["build", "-nologo", "-v", "q", "-p:BuildProjectReferences=false", "--disable-build-servers"], new Dictionary<string, string?> { ["DOTNET_NOLOGO"] = "1" }, folder);
        var ended = await build.WaitForExitAsync(TimeSpan.FromMinutes(3), Cancellation);
        Assert.True(ended == 0, build.StandardOutput + build.StandardError);
        return Path.Combine(folder, "bin", "Debug", "net10.0", "CardName.dll");
    }
}
