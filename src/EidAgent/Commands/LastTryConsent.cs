using System.Globalization;
using EidAgent.Commands.Texts;

namespace EidAgent.Commands;

/// <summary>The last try is used only on an explicit yes.</summary>
internal sealed class LastTryConsent(CommandTexts texts, TextWriter errors)
{
    /// <summary>Said on the command line.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Reads a line from the person; null when there is no terminal.</summary>
    public Func<string?>? Answer { get; init; }

    /// <summary>True when this try may be used.</summary>
    /// <param name="triesLeft">Null when the card does not tell: then it may be the last.</param>
    public bool Covers(int? triesLeft)
    {
        if (triesLeft > 1)
        {
            return true;
        }

        errors.WriteLine(triesLeft is null ? texts.TriesUnknown : texts.LastTry);
        if (IsGiven)
        {
            return true;
        }

        if (Answer is not null)
        {
            errors.Write(string.Format(CultureInfo.InvariantCulture, texts.LastTryQuestion, texts.Yes));
            if (string.Equals(Answer()?.Trim(), texts.Yes, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        errors.WriteLine(texts.LastTryRefused);
        return false;
    }
}
