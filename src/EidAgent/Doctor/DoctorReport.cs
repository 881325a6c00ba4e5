using System.Text;
using System.Text.Json;
using EidAgent.Doctor.Texts;

namespace EidAgent.Doctor;

/// <summary>The findings for a person or for a script: codes and sentences of ours, nothing that came from outside.</summary>
internal static class DoctorReport
{
    /// <summary>A line for each finding, and the next step below what is not as it should be.</summary>
    public static string Text(IEnumerable<DoctorFinding> findings, DoctorTexts texts)
    {
        // As wide as the longest word of the language, and a space.
        var width = texts.Statuses.Values.Max(status => status.Length) + 1;
        var report = new StringBuilder();
        foreach (var finding in findings)
        {
            var text = texts.Findings[finding];
            report.Append(texts.Statuses[finding.Status()].PadRight(width)).Append(text.Sentence).Append(" (").Append(finding.Code()).Append(")\n");
            if (text.Next is not null)
            {
                report.Append(' ', width).Append("→ ").Append(text.Next).Append('\n');
            }
        }

        return report.ToString();
    }

    /// <summary>One object: <c>status</c> is the worst of <c>checks</c>.</summary>
    public static string Json(IReadOnlyCollection<DoctorFinding> findings, DoctorTexts texts) => JsonSerializer.Serialize(new
    {
        status = Name(findings.Max(finding => finding.Status())),
        checks = findings.Select(finding => new
        {
            check = finding.Check(),
            code = finding.Code(),
            status = Name(finding.Status()),
            sentence = texts.Findings[finding].Sentence,
            next = texts.Findings[finding].Next,
        }),
    });

    private static string Name(DoctorStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}
