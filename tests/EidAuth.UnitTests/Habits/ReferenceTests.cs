using System.Text.Json;
using System.Xml.Linq;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

[Trait("Group", TestGroup.FirstLogin)]
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("EidAuth.Core", "")]
    [InlineData("EidAuth.AspNetCore", "EidAuth.Core")]
    [InlineData("EidAgent", "EidAuth.Core")]
    [InlineData("EidAuth.Simulator", "EidAuth.Core")]
    public void A_project_references_only_what_the_plan_allows(string project, string expected)
    {
        var references = Items(project, "ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')));

        Assert.Equal(expected, string.Join(' ', references));
    }

    [Theory]
    [InlineData("EidAuth.Core")]
    [InlineData("EidAuth.AspNetCore")]
    public void The_library_and_the_towns_package_need_nothing_outside_the_shared_framework(string project)
    {
        Assert.All(Items(project, "PackageReference"), package => Assert.StartsWith("System.", package));
        Assert.All(LockedPackages(project), package => Assert.True(
            package.StartsWith("System.", StringComparison.Ordinal) || package is "Microsoft.CodeAnalysis.BannedApiAnalyzers" or "eidauth.core", package));
    }

    [Fact]
    public void What_every_project_gets_stays_private_to_its_build()
    {
        var packages = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props")).Descendants("PackageReference");

        Assert.All(packages, package => Assert.Equal("all", package.Attribute("PrivateAssets")?.Value));
    }

    [Fact]
    public void The_agent_is_built_without_the_simulator()
    {
        var assembly = typeof(EidAgent.Hosting.AgentHost).Assembly;

        Assert.DoesNotContain(assembly.GetReferencedAssemblies(), name => name.Name is "EidAuth.Simulator" or "EidAuth.AspNetCore");
    }

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj")).Descendants(item).Select(node => node.Attribute("Include")!.Value);

    private static List<string> LockedPackages(string project)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", project, "packages.lock.json")));
        return [.. file.RootElement.GetProperty("dependencies").EnumerateObject().SelectMany(target => target.Value.EnumerateObject()).Select(package => package.Name)];
    }
}
