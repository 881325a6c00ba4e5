using EidAuth.Testing;

namespace EidAuth.UnitTests.Agent;

/// <summary>The tables under "## Agent" of docs/failure-codes.md.</summary>
internal static class AgentCodes
{
    /// <summary>The cells of each row below a third-level heading, without the head of the table; a cell that is all code loses its marks.</summary>
    public static IReadOnlyList<string[]> Rows(string heading)
    {
        var agent = File.ReadAllText(Path.Combine(Repository.Root, "docs", "failure-codes.md")).Split("\n## Agent\n")[1].Split("\n## ")[0];
        var section = agent.Split($"\n### {heading}\n")[1].Split("\n### ")[0];
        return [.. section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(Cell).ToArray())];
    }

    private static string Cell(string cell)
    {
        var text = cell.Trim();
        return text.Length > 2 && text[0] == '`' && text.IndexOf('`', 1) == text.Length - 1 ? text[1..^1] : text;
    }
}
