using System.Globalization;

namespace EidAuth.Belpic;

/// <summary>Tag 15 of the identity file: since when which country has protected the holder.</summary>
/// <param name="Since">The day.</param>
/// <param name="Country">Two letters as on the card, for example BE.</param>
public sealed record Protection(DateOnly Since, string Country)
{
    private const int DateLength = 10;

    /// <summary>Reads dd.MM.yyyy-CC; null for anything else.</summary>
    public static Protection? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length == DateLength + 3
            && text[DateLength] == '-'
            && char.IsAsciiLetterUpper(text[^2]) && char.IsAsciiLetterUpper(text[^1])
            && DateOnly.TryParseExact(text.AsSpan(0, DateLength), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since)
            ? new Protection(since, text[^2..])
            : null;
    }

    /// <summary>Says nothing of the holder.</summary>
    public override string ToString() => nameof(Protection);
}
