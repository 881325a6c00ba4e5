using System.Globalization;
using System.Text;
using EidAuth.Login;

namespace EidAgent.Prompts;

/// <summary>A question put into words: the site first, then the tries left.</summary>
internal static class PinWording
{
    private const int OriginLineLength = 48;

    /// <summary>The description, lines parted by LF.</summary>
    public static string Describe(PinQuestion question)
    {
        var texts = PinPromptTexts.In(question.Language);
        var description = $"{texts.SiteAsks}\n\n{Show(question.Origin)}\n\n{texts.TypeOnlyIf}";
        return question.TriesLeft switch
        {
            1 => $"{description}\n\n{texts.LastTry}",
            > 1 => $"{description}\n\n{string.Format(CultureInfo.InvariantCulture, texts.TriesLeft, question.TriesLeft)}",
            _ => description,
        };
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
