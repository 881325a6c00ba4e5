using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class GroupTests
{
    [Fact]
    public async Task Every_test_class_names_exactly_one_group()
    {
        var files = await Tree.FilesAsync("tests/*Tests/*.cs");
        var tests = files.Where(file => HasTests().IsMatch(Tree.Read(file))).ToArray();

        Assert.True(tests.Length > 5, "hardly any test was found: the search is wrong");
        Assert.All(tests, file => Assert.Equal(TestClasses().Count(Tree.Read(file)), Group().Count(Tree.Read(file))));
        Assert.All(tests, file => Assert.Single(TestClasses().Matches(Tree.Read(file))));
    }

    /// <summary>A case may stand in a class of another group, as the first login's do: <c>./test.sh trust</c> names it then.</summary>
    [Fact]
    public async Task Every_case_of_the_PKI_runs_with_the_group_trust()
    {
        var cases = (await Tree.FilesAsync("tests/*Tests/*.cs")).Where(file => HasTests().IsMatch(Tree.Read(file)) && Case().IsMatch(Tree.Read(file))).ToArray();
        var named = FullNames().Matches(TrustLine().Match(Tree.Read("test.sh")).Value).Select(match => match.Groups[1].Value).ToArray();

        Assert.True(cases.Length > 20, "hardly any case was found: the search is wrong");
        Assert.NotEmpty(named);
        Assert.DoesNotContain(cases, file => !Tree.Read(file).Contains("TestGroup.Trust)", StringComparison.Ordinal) && !named.Any(FullName(file).Contains));
    }

    // Folders and file are namespace and class.
    private static string FullName(string file) => Path.ChangeExtension(file["tests/".Length..], null).Replace('/', '.');

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex HasTests();

    [GeneratedRegex(@"^(public|internal) (sealed |abstract |partial |static )*class ", RegexOptions.Multiline)]
    private static partial Regex TestClasses();

    // A group that is no constant of TestGroup does not compile, one that is written as text is not counted.
    [GeneratedRegex(@"^\[Trait\(""Group"", TestGroup\.\w+\)\]", RegexOptions.Multiline)]
    private static partial Regex Group();

    // Named in a test's display name, or a row of a table of cases.
    [GeneratedRegex(@"(DisplayName = |new\(|Refused\(|Says\(|Accepted\()""[PLOCTN][0-9]{1,2}(\+?: |"", )")]
    private static partial Regex Case();

    [GeneratedRegex("^ +trust\\) filter.*$", RegexOptions.Multiline)]
    private static partial Regex TrustLine();

    [GeneratedRegex(@"FullyQualifiedName~([\w.]+)")]
    private static partial Regex FullNames();
}
