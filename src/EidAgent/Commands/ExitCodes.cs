using System.Globalization;
using EidAgent.Commands.Texts;
using EidAgent.Pages;

namespace EidAgent.Commands;

/// <summary>The exit codes for <c>--help</c>.</summary>
internal static class ExitCodes
{
    /// <summary>One line for each code, in English like the rest of the help.</summary>
    public static string Explained { get; } = "Exit codes:\n" + string.Join('\n', Enum.GetValues<ExitCode>().Select(Line));

    private static string Line(ExitCode code)
    {
        var sentence = CommandTexts.In(UiLanguage.English).Failures.GetValueOrDefault(code, "What was asked was done, and holds.");
        return string.Create(CultureInfo.InvariantCulture, $"  {(int)code,2}  {sentence}");
    }
}
