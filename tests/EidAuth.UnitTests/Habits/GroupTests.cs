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

    [GeneratedRegex(@"^\s*\[(Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex HasTests();

    [GeneratedRegex(@"^(public|internal) (sealed |abstract |partial |static )*class ", RegexOptions.Multiline)]
    private static partial Regex TestClasses();

    // A group that is no constant of TestGroup does not compile, one that is written as text is not counted.
    [GeneratedRegex(@"^\[Trait\(""Group"", TestGroup\.\w+\)\]", RegexOptions.Multiline)]
    private static partial Regex Group();
}
