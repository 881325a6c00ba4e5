using System.Text.RegularExpressions;
using EidAuth.Login;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.ConformanceTests.Pki;

/// <summary>No reason for refusing a login is without a case, and no case of the list is without a test and its twin.</summary>
[Trait("Group", TestGroup.FirstLogin)]
public sealed partial class CoverageTests
{
    /// <summary>The list: path, certificate, OCSP, lists, trust and configuration, national number; 114 cases.</summary>
    private static readonly (char Family, int Count)[] Families = [('P', 40), ('L', 16), ('O', 34), ('C', 13), ('T', 5), ('N', 6)];

    [Fact]
    public void Every_rejection_is_expected_by_a_case()
    {
        LoginCase[] cases = [.. PathCaseTests.Cases, .. LeafCaseTests.Cases, .. OcspCaseTests.Cases];

        // A token that does not read never reaches the verifier: LoginTokenTests has its cases.
        var missing = Enum.GetValues<LoginRejection>().Except([LoginRejection.TokenMalformed]).Except(cases.Where(item => item.Expected is not null).Select(item => item.Expected!.Value));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_case_of_the_list_has_tests_and_a_twin()
    {
        string[] lines = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).SelectMany(File.ReadLines)];
        var variants = Variants(lines);
        var twins = Twins(lines);
        string[] wanted = [.. Families.SelectMany(family => Enumerable.Range(1, family.Count).Select(number => $"{family.Family}{number}"))];

        Assert.Equal(114, wanted.Length);
        Assert.Empty(wanted.Except(variants));
        Assert.Empty(wanted.Except(twins));
        foreach (var (family, _) in Families)
        {
            Figures.Add($"cases of the list, {family}", wanted.Count(id => id[0] == family), $"ids, {variants.Count(id => id[0] == family)} variants");
        }
    }

    // A row of a table of cases, or a test that says in its name which case it is.
    private static string[] Variants(string[] lines) =>
        [.. lines.SelectMany(line => Row().Matches(line).Concat(Name().Matches(line))).Select(match => match.Groups["id"].Value)];

    // Tables run each scenario without its defect too, but for the rows that say otherwise.
    private static string[] Twins(string[] lines) =>
    [
        .. lines.Where(line => !line.Contains("HasTwin = false", StringComparison.Ordinal)).SelectMany(line => Row().Matches(line)).Select(match => match.Groups["id"].Value),
        .. lines.SelectMany(line => TwinName().Matches(line)).Select(match => match.Groups["id"].Value),
    ];

    [GeneratedRegex(@"(?:new|Refused|Says|Accepted)\(""(?<id>[PLOCTN][0-9]{1,2})"", ")]
    private static partial Regex Row();

    [GeneratedRegex(@"""(?<id>[PLOCTN][0-9]{1,2}): ")]
    private static partial Regex Name();

    [GeneratedRegex(@"""(?<id>[PLOCTN][0-9]{1,2})\+: ")]
    private static partial Regex TwinName();
}
