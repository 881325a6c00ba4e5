using EidAuth.Pki;
using EidAuth.Testing;
using EidAuth.Testing.Certificates;
using Xunit;

namespace EidAuth.ConformanceTests.Paths;

/// <summary>The platform's X509Chain over the same cases: it agrees, but for the differences that the cases name.</summary>
[Trait("Group", TestGroup.Trust)]
public sealed class PlatformChainTests
{
    private static readonly PathCase[] Cases = [.. PathCases.All, .. NameCases.All];

    public static IEnumerable<TheoryDataRow<int>> Rows => PathCase.Rows(Cases);

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_platform_agrees_or_the_difference_is_meant(int index)
    {
        var item = Cases[index];
        var scenario = item.Make();

        var builds = PlatformChain.Builds(scenario.Leaf.Encoded, scenario.Intermediates(), scenario.Anchors(), scenario.Time);

        Assert.Equal(item.OthersDiffer is null ? item.Expected is null : item.Expected is not null, builds);
    }
}
