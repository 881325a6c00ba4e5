using EidAuth.Belpic;
using EidAuth.Testing;
using Xunit;

namespace EidAuth.UnitTests.Belpic;

[Trait("Group", TestGroup.Card)]
public class PinResultTableTests
{
    [Fact]
    public void Each_result_has_one_row_in_the_failure_codes()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "failure-codes.md"));
        var rows = page.Split("\n## A PIN that is checked or changed\n")[1].Split("\n## ")[0].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]);
        var results = typeof(PinResult).GetNestedTypes().Select(type => type.Name);
        Assert.Equal(results.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }
}
