using System.Globalization;
using TownSite.Counter.Answers;
using TownSite.Counter.Forms;
using TownSite.Counter.Requests;
using TownSite.Texts;

namespace TownSite.Counter;

/// <summary>The words for what the counter's code counts with.</summary>
internal static class CounterWords
{
    /// <summary>Puts values into a text's <c>{0}</c>, <c>{1}</c>, …, each of them as it is.</summary>
    public static string With(this string text, params object[] values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            text = text.Replace(string.Create(CultureInfo.InvariantCulture, $"{{{index}}}"), Convert.ToString(values[index], CultureInfo.CurrentCulture), StringComparison.Ordinal);
        }

        return text;
    }

    public static string Of(this CounterTexts texts, RequestState state) => state switch
    {
        RequestState.Submitted => texts.StateSubmitted,
        RequestState.InProgress => texts.StateInProgress,
        RequestState.Ready => texts.StateReady,
        RequestState.Refused => texts.StateRefused,
        _ => texts.StateWithdrawn,
    };

    public static string Of(this CounterTexts texts, Datum datum) => datum switch
    {
        Datum.Name => texts.DatumName,
        Datum.BirthDate => texts.DatumBirthDate,
        Datum.BirthPlace => texts.DatumBirthPlace,
        Datum.Nationality => texts.DatumNationality,
        _ => texts.DatumAddress,
    };

    /// <summary>What somebody can do about an answer that does not count.</summary>
    public static string Of(this CounterTexts texts, FieldDefect defect, FormField field, DateOnly today) => defect switch
    {
        FieldDefect.Missing => field.Type == FieldKind.Choice ? texts.MissingChoice : texts.Missing,
        FieldDefect.TooShort => texts.TooShort.With(field.Shortest),
        FieldDefect.TooLong => texts.TooLong.With(field.Longest),
        FieldDefect.Characters => texts.BadCharacters,
        FieldDefect.NotADay => texts.NotADay,
        FieldDefect.TooEarly => texts.TooEarly.With(Show(Days.Bound(field.Earliest, today)!.Value)),
        FieldDefect.TooLate => texts.TooLate.With(Show(Days.Bound(field.Latest, today)!.Value)),
        FieldDefect.NotAChoice => texts.MissingChoice,
        FieldDefect.NotANumber => texts.NotANumber,
        _ => texts.NumberRange.With(field.Min!, field.Max!),
    };

    /// <summary>For example <c>2 maart 2026</c>, in the language of the request.</summary>
    public static string Show(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A day where the text is one, otherwise the text: some cards know a year alone.</summary>
    public static string ShowDay(string text) => Days.TryRead(text, out var day) ? Show(day) : text;

    /// <summary>An answer as a person reads it.</summary>
    public static string Show(this Answer answer) => answer.Said?.Here ?? (answer.Type == FieldKind.Date ? ShowDay(answer.Value) : answer.Value);
}
