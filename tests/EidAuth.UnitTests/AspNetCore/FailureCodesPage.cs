using EidAuth.Testing;

namespace EidAuth.UnitTests.AspNetCore;

/// <summary>The tables under "## Site" of docs/failure-codes.md.</summary>
internal static class FailureCodesPage
{
    /// <summary>The cells of each row below a third-level heading, without the head of the table.</summary>
    public static IReadOnlyList<string[]> Rows(string heading)
    {
        var site = File.ReadAllText(Path.Combine(Repository.Root, "docs", "failure-codes.md")).Split("\n## Site\n")[1].Split("\n## ")[0];
        var section = site.Split($"\n### {heading}\n")[1].Split("\n### ")[0];
        return [.. section.Split('\n').Where(line => line.StartsWith('|')).Skip(2).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }
}
