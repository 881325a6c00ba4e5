using System.Text;

namespace EidAgent.Diary;

/// <summary>The diary for a spreadsheet: RFC 4180, every cell quoted. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal static class DiaryCsv
{
    public const string MediaType = "text/csv; charset=utf-8";

    public static string Write(IEnumerable<DiaryEntry> entries)
    {
        var text = new StringBuilder();
        AddRow(text, "at", "origin", "purpose", "asked", "ending", "ended_at", "given");
        foreach (var entry in entries)
        {
            AddRow(
                text, DiaryLine.Time(entry.At), entry.Origin, DiaryLine.Code(entry.Purpose), string.Join(' ', entry.Asked), entry.Ending ?? "",
                entry.EndedAt is { } ended ? DiaryLine.Time(ended) : "", string.Join(' ', entry.Given));
        }

        return text.ToString();
    }

    /// <summary>One cell. Signs that begin a formula: = + - @, and what a reader of files strips before it looks: tab, line feed, carriage return; their full-width forms too.</summary>
    internal static string Cell(string text)
    {
        var isFormula = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static void AddRow(StringBuilder text, params IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
}
