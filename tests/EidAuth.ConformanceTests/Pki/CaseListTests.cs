using System.Globalization;
using System.Text.RegularExpressions;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>The negative cases of path, certificate, trust store and number are all there by their ids, each with its twin. Read from the tests' source: some stand in other projects.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed partial class CaseListTests
{
    private static readonly string Source = string.Join(
        '\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

    private static readonly HashSet<string> Named = [.. DisplayNames().Matches(Source).Select(match => match.Groups[1].Value)];

    // A row of a table has its twin by itself: LoginCase.TwinRows.
    private static readonly HashSet<string> Rows = [.. PathCaseTests.Cases.Concat(LeafCaseTests.Cases).Where(item => item.HasTwin).Select(item => item.Id)];

    [Theory]
    [InlineData('P', 40)]
    [InlineData('L', 16)]
    [InlineData('T', 5)]
    [InlineData('N', 6)]
    public void Every_case_has_a_test_and_a_twin(char family, int count)
    {
        var ids = Enumerable.Range(1, count).Select(number => family + number.ToString(CultureInfo.InvariantCulture)).ToArray();

        Assert.DoesNotContain(ids, id => !Named.Contains(id) && !Rows.Contains(id));
        Assert.DoesNotContain(ids, id => !Named.Contains(id + "+") && !Rows.Contains(id));
    }

    [GeneratedRegex("DisplayName = \"([A-Z][0-9]+\\+?): ")]
    private static partial Regex DisplayNames();
}
