using System.Globalization;
using System.Text;
using EidAuth.Login;

namespace EidAgent.Prompts;

/// <summary>A question put into words: the site or the purpose first, then the tries left.</summary>
internal static class PinWording
{
    private const int OriginLineLength = 48;

    /// <summary>The description, lines parted by LF.</summary>
    public static string Describe(PinQuestion question)
    {
        var texts = PinPromptTexts.In(question.Language);
        var description = question.Purpose switch
        {
            PinPurpose.Check => texts.OwnCheck,
            PinPurpose.CurrentForChange => texts.OwnCurrent,
            PinPurpose.New => texts.OwnNew,
            PinPurpose.NewAgain => texts.OwnNewAgain,
            _ => $"{texts.SiteAsks}\n\n{Show(question.Origin ?? throw new ArgumentException("A login names its site.", nameof(question)))}\n\n{texts.TypeOnlyIf}",
        };
        return question.TriesLeft switch
        {
            1 => $"{description}\n\n{texts.LastTry}",
            > 1 => $"{description}\n\n{string.Format(CultureInfo.InvariantCulture, texts.TriesLeft, question.TriesLeft)}",
            _ => description,
        };
    }

    /// <summary>What was wrong with the entry before this one; null when nothing was.</summary>
    public static string? Error(PinQuestion question)
    {
        var texts = PinPromptTexts.In(question.Language);
        return !question.WasWrong ? null : question.Purpose == PinPurpose.New ? texts.NewPinsDiffered : texts.WasWrong;
    }

    /// <summary>The origin in printable ASCII, folded so that no host is long enough to push its own end out of the window.</summary>
    public static string Show(Origin origin)
    {
        var shown = new StringBuilder();
        for (var at = 0; at < origin.Value.Length; at++)
        {
            if (at > 0 && at % OriginLineLength == 0)
            {
                shown.Append('\n');
            }

            var c = origin.Value[at];
            shown.Append(c is > ' ' and <= '~' ? c : '?');
        }

        return shown.ToString();
    }
}
