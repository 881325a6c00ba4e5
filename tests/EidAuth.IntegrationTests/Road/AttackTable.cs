using EidAuth.Testing;

namespace EidAuth.IntegrationTests.Road;

/// <summary>Reads the table out of the document that people read, so that the two cannot differ.</summary>
internal static class AttackTable
{
    private const string Heading = "## Attacks on the whole road";

    public static IReadOnlyList<AttackRow> Rows() =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "failure-codes.md"))
            .SkipWhile(line => line != Heading)
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .Select(Row)];

    private static AttackRow Row(string line)
    {
        var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
        return cells is [var attack, var status, var code, var page, var commands]
            ? new AttackRow(attack, int.Parse(status, System.Globalization.CultureInfo.InvariantCulture), code.Trim('`'), page, commands)
            : throw new FormatException($"A row of {Heading} does not have five cells: {line}");
    }
}
