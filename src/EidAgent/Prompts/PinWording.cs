using System.Globalization;
using EidAuth.Login;

namespace EidAgent.Prompts;

/// <summary>A question put into words: the site or the purpose first, then the reader, what leaves the card, and the tries left.</summary>
internal static class PinWording
{
    /// <summary>Prose that fits a window at twice the usual size of letters; not every toolkit breaks lines by itself.</summary>
    public const int WindowLine = 64;

    // An address may be all m and w: its lines are shorter, so that no end of them leaves the window.
    private const int OriginLine = 48;

    /// <summary>What fits a frame in a terminal of 80 columns.</summary>
    public const int TerminalLine = 72;

    /// <summary>The description, lines parted by LF.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="line">Characters in a line at most.</param>
    public static string Describe(PinQuestion question, int line = WindowLine)
    {
        var texts = PinPromptTexts.In(question.Language);
        var description = question.Purpose switch
        {
            PinPurpose.Check => texts.OwnCheck,
            PinPurpose.CurrentForChange => texts.OwnCurrent,
            PinPurpose.New => texts.OwnNew,
            PinPurpose.NewAgain => texts.OwnNewAgain,
            _ => $"{texts.SiteAsks}\n\n{Show(question.Origin ?? throw new ArgumentException("A login names its site.", nameof(question)))}\n\n{Leaving(texts, question.Leaves)}\n{texts.TypeOnlyIf}",
        };
        if (question.Reader is { } reader)
        {
            description = $"{description}\n\n{texts.Reader} {PrintableName.Of(reader)}";
        }

        var tries = question.TriesLeft switch
        {
            1 => texts.LastTry,
            > 1 => string.Format(CultureInfo.InvariantCulture, texts.TriesLeft, question.TriesLeft),
            _ => null,
        };
        if (tries is not null)
        {
            description = $"{description}{(question.Reader is null ? "\n\n" : "\n")}{tries}";
        }

        return FoldedText.Of(description, line);
    }

    /// <summary>What was wrong with the entry before this one; null when nothing was.</summary>
    public static string? Error(PinQuestion question)
    {
        var texts = PinPromptTexts.In(question.Language);
        return !question.WasWrong ? null : question.Purpose == PinPurpose.New ? texts.NewPinsDiffered : texts.WasWrong;
    }

    // The order of the texts, not of the request; a name that is no field says nothing.
    private static string Leaving(PinPromptTexts texts, IReadOnlyList<string> fields)
    {
        (string Field, string Text)[] known = [("identity", texts.Identity), ("address", texts.Address), ("photo", texts.Photo)];
        return string.Join(", ", known.Where(field => fields.Contains(field.Field)).Select(field => field.Text).Prepend(texts.Receives)) + ".";
    }

    /// <summary>The origin in printable ASCII, whole, folded so that no host is long enough to push its own end out of the window.</summary>
    public static string Show(Origin origin) => FoldedText.Of(string.Concat(origin.Value.Select(c => c is > ' ' and <= '~' ? c : '?')), OriginLine);
}
