using System.Globalization;
using TownSite.Counter.Forms;

namespace TownSite.Counter.Answers;

/// <summary>Holds what was typed against the form. Pure.</summary>
internal static class AnswerCheck
{
    /// <summary>What is wrong, by field; empty when nothing is.</summary>
    public static IReadOnlyDictionary<string, FieldDefect> Defects(CounterForm form, PostedAnswers posted, DateOnly today)
    {
        var defects = new Dictionary<string, FieldDefect>(StringComparer.Ordinal);
        void Note(string key, FieldDefect? defect)
        {
            if (defect is { } found)
            {
                defects[key] = found;
            }
        }

        if (posted.ForOther)
        {
            Note(PersonFields.NameKey, Defect(PersonFields.Name, posted.OtherName, today));
            Note(PersonFields.ReasonKey, Defect(PersonFields.Reason, posted.OtherReason, today));
        }

        foreach (var field in form.Fields)
        {
            Note(field.Name, Defect(field, posted.Value(field.Name), today));
        }

        return defects;
    }

    /// <summary>The answer as it is kept: line ends of one kind, nothing around it.</summary>
    public static string Clean(string value) => value.ReplaceLineEndings("\n").Trim();

    private static FieldDefect? Defect(FormField field, string typed, DateOnly today)
    {
        var value = Clean(typed);
        if (value.Length == 0)
        {
            return field.Required ? FieldDefect.Missing : null;
        }

        return field.Type switch
        {
            FieldKind.Date => OfDay(field, value, today),
            FieldKind.Choice => field.Choices!.Any(choice => choice.Value == value) ? null : FieldDefect.NotAChoice,
            FieldKind.Number => OfNumber(field, value),
            _ => OfText(field, value),
        };
    }

    private static FieldDefect? OfText(FormField field, string value)
    {
        // A database refuses NUL, a mail or a log other control characters: better here, where the person can mend it.
        var lines = field.Type == FieldKind.LongText;
        return value.Any(character => char.IsControl(character) && !(lines && character is '\n' or '\t')) ? FieldDefect.Characters
            : value.Length < field.Shortest ? FieldDefect.TooShort
            : value.Length > field.Longest ? FieldDefect.TooLong
            : null;
    }

    private static FieldDefect? OfDay(FormField field, string value, DateOnly today) =>
        !Days.TryRead(value, out var day) ? FieldDefect.NotADay
        : day < Days.Bound(field.Earliest, today) ? FieldDefect.TooEarly
        : day > Days.Bound(field.Latest, today) ? FieldDefect.TooLate
        : null;

    private static FieldDefect? OfNumber(FormField field, string value) =>
        !int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? FieldDefect.NotANumber
        : number < field.Min ? FieldDefect.TooSmall
        : number > field.Max ? FieldDefect.TooLarge
        : null;
}
