using System.Collections.Frozen;
using System.Globalization;

namespace EidAuth.Belpic;

/// <summary>
/// Tag 0C of the identity file. The card writes the month in its own language, which is not told elsewhere and need not be that of the nationality; where day and
/// month are unknown it has the year alone.
/// </summary>
public sealed record BirthDate
{
    private static readonly FrozenDictionary<string, int> Months = new[]
    {
        "JAN FEV MARS AVR MAI JUIN JUIL AOUT SEPT OCT NOV DEC",
        "JAN FEB MAAR APR MEI JUN JUL AUG SEP OKT NOV DEC",
        "JAN FEB MÄR APR MAI JUN JUL AUG SEP OKT NOV DEZ",
    }
    .SelectMany(language => language.Split(' ').Index()).DistinctBy(month => month.Item)
    .ToFrozenDictionary(month => month.Item, month => month.Index + 1, StringComparer.OrdinalIgnoreCase);

    private BirthDate(string text) => Text = text;

    /// <summary>As stored, for example "26 AVR  1975", "01.MÄR.1960" or "1931".</summary>
    public string Text { get; }

    /// <summary>Four digits; null when the text is in none of the known forms, and then all else is null too.</summary>
    public int? Year { get; private init; }

    /// <summary>1 to 12, or null when unknown.</summary>
    public int? Month { get; private init; }

    /// <summary>1 to 31 as the month has days, or null when unknown.</summary>
    public int? Day { get; private init; }

    /// <summary>The whole date, or null when a part of it is unknown.</summary>
    public DateOnly? Date => Year is { } year && Month is { } month && Day is { } day ? new DateOnly(year, month, day) : null;

    /// <summary>Reads day, month and year, or the year alone, between dots and blanks in any mixture and number.</summary>
    public static BirthDate Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var unknown = new BirthDate(text);
        var parts = text.Split(['.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (1 or 3) || !TryReadDigits(parts[^1], 4, out var year) || year == 0)
        {
            return unknown;
        }

        if (parts.Length == 1)
        {
            return new BirthDate(text) { Year = year };
        }

        return TryReadDigits(parts[0], 2, out var day) && Months.TryGetValue(parts[1], out var month) && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new BirthDate(text) { Year = year, Month = month, Day = day }
            : unknown;
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(BirthDate);

    private static bool TryReadDigits(string text, int length, out int value)
    {
        value = 0;
        return text.Length == length && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
