using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class DocumentTests
{
    [Fact]
    public async Task Every_file_that_a_document_names_is_there()
    {
        var missing = new List<string>();
        foreach (var document in await Tree.FilesAsync("*.md"))
        {
            var text = Tree.Read(document);
            var folder = Path.GetDirectoryName(document)!;
            var named = PathInCode().Matches(text).Select(match => match.Groups[1].Value)
                .Concat(Link().Matches(text).Select(match => Path.Combine(folder, match.Groups[1].Value)));
            missing.AddRange(named.Where(path => !Path.Exists(Path.Combine(Repository.Root, path))).Select(path => $"{document}: {path}"));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task Every_project_has_its_place_in_the_architecture()
    {
        var architecture = Tree.Read("ARCHITECTURE.md");

        Assert.All(await Tree.FilesAsync("src/*.csproj", "samples/*.csproj"), project => Assert.Contains(Path.GetDirectoryName(project)!, architecture));
    }

    [GeneratedRegex(@"`((src|tests|samples|hardware-fixtures)/[\w./-]+)`")]
    private static partial Regex PathInCode();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#]+)")]
    private static partial Regex Link();
}
