using System.Globalization;
using EidAuth.Testing;

namespace EidAuth.IntegrationTests.Attacks;

/// <summary>Reads the table out of the document that people read, so that the two cannot differ.</summary>
internal static class AttackTable
{
    private const string Heading = "## Attacks played twice";

    public static IReadOnlyList<AttackRow> Rows() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "threat-model.md"))
            .SkipWhile(line => line != Heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(Row)];

    private static AttackRow Row(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return cells is [var attack, var threat, var defence, var with, var without]
            ? new AttackRow(attack, int.Parse(threat, CultureInfo.InvariantCulture), defence, with.Replace("`", "", StringComparison.Ordinal), without)
            : throw new FormatException($"A row of {Heading} does not have five cells: {line}");
    }
}
