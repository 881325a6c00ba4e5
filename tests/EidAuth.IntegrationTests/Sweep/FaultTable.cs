using EidAuth.Testing;

namespace EidAuth.IntegrationTests.Sweep;

/// <summary>The decided outcomes of docs/faults.md.</summary>
internal static class FaultTable
{
    // A cell that does not exist: there is no window to kill while nobody is asked for a PIN.
    private const string None = "-";

    private static readonly Lazy<IReadOnlyDictionary<(Fault Fault, Moment Moment), string[]>> Table = new(Read);

    /// <summary>What each cell may end with; more than one where it depends on which of two things happens first.</summary>
    public static IReadOnlyDictionary<(Fault Fault, Moment Moment), string[]> Cells => Table.Value;

    private static Dictionary<(Fault Fault, Moment Moment), string[]> Read()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "faults.md"))
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Replace("`", "", StringComparison.Ordinal)).ToArray())
            .Where(row => row[0] == "fault" || Enum.TryParse<Fault>(row[0], out _))
            .ToList();
        var moments = rows[0][1..].Select(Enum.Parse<Moment>).ToList();
        return rows.Skip(1)
            .SelectMany(row => row[1..].Select((cell, i) => (Cell: (Enum.Parse<Fault>(row[0]), moments[i]), Outcomes: cell.Split(", "))))
            .Where(entry => entry.Outcomes is not [None])
            .ToDictionary(entry => entry.Cell, entry => entry.Outcomes);
    }
}
