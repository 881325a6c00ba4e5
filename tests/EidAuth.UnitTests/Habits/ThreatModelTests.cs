using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Habits;

/// <summary>The table of threats of docs/threat-model.md: 25 rows, and every test that one names is there and tests.</summary>
[Trait("Group", TestGroup.Attacks)]
public sealed partial class ThreatModelTests
{
    [Fact]
    public void There_are_25_threats_in_order() => Assert.Equal(Enumerable.Range(1, 25).Select(number => $"{number}"), Rows().Select(row => row[0]));

    [Fact]
    public void Each_says_what_is_left_and_what_was_not_built()
    {
        Assert.All(Rows(), row => Assert.All(row, cell => Assert.NotEmpty(cell)));
        Assert.All(Rows().Where(row => row[3] == "-"), row => Assert.Contains("not built", row[2], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_test_that_is_named_exists()
    {
        var tests = (await Tree.FilesAsync("tests/*Tests.cs")).ToLookup(file => Path.GetFileNameWithoutExtension(file)!);
        var once = Rows("## Attacks played once");
        Assert.NotEmpty(once);
        Assert.All(once, row => Assert.InRange(int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture), 1, 25));
        foreach (var row in Rows().Where(row => row[3] != "-").Concat(once))
        {
            var named = InCode().Matches(row[3]).Select(match => match.Groups[1].Value).ToList();
            Assert.NotEmpty(named);
            Assert.All(named, name => Assert.Contains(tests[name], file => HasTests().IsMatch(Tree.Read(file))));
        }
    }

    private static IReadOnlyList<string[]> Rows(string heading = "## The threats") =>
        [.. Tree.Read("docs/threat-model.md").Split('\n')
            .SkipWhile(line => line != heading).Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|')).Skip(2)
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))];

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\[(Fact|Theory)\b")]
    private static partial Regex HasTests();
}
