using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EidAuth.Simulator.Cards;

/// <summary>A birth date as the National Register knows it: of some people only the year. In JSON "1985-03-14" or "1958".</summary>
/// <param name="Year">1 to 9999.</param>
/// <param name="Day">Month and day, or null where only the year is known.</param>
[JsonConverter(typeof(Converter))]
public readonly record struct PartialDate(int Year, (int Month, int Day)? Day = null)
{
    /// <summary>A date that is known whole.</summary>
    public static implicit operator PartialDate(DateOnly date) => FromDateOnly(date);

    /// <summary>A date that is known whole.</summary>
    public static PartialDate FromDateOnly(DateOnly date) => new(date.Year, (date.Month, date.Day));

    /// <summary>1985-03-14 or 1958.</summary>
    public override string ToString() => Day is var (month, day)
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}")
        : Year.ToString("0000", CultureInfo.InvariantCulture);

    private sealed class Converter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var text = reader.GetString();
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
                : text?.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0 ? new PartialDate(year)
                : throw new JsonException("A birth date is yyyy-MM-dd or yyyy.");
        }

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
