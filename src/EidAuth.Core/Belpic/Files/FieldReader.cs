using System.Globalization;

namespace EidAuth.Belpic;

/// <summary>
/// Makes values of fields. What is missing, empty or in an unknown form is null or a member named Unknown, since one odd field must not hide a whole card; text that
/// is no UTF-8 makes the file unreadable, since what replaced it would be signed by nobody.
/// </summary>
internal sealed class FieldReader(TlvFile fields, int stepsBefore)
{
    private int steps = stepsBefore;

    /// <summary>All text read so far was UTF-8.</summary>
    public bool IsText { get; private set; } = true;

    /// <summary>The work so far.</summary>
    public int Steps => steps;

    /// <summary>Exactly as stored; empty when there is none.</summary>
    public string Stored(byte tag)
    {
        if (fields.Find(tag) is null)
        {
            return "";
        }

        IsText &= fields.TryReadText(tag, out var text, ref steps);
        return text;
    }

    /// <summary>Without the blanks around it, which some cards have.</summary>
    public string Text(byte tag) => Stored(tag).Trim(' ');

    /// <summary>The same; null when there is none or it is empty.</summary>
    public string? TextOrNull(byte tag) => Text(tag) is { Length: > 0 } text ? text : null;

    /// <summary>DD.MM.YYYY.</summary>
    public DateOnly? Date(byte tag) =>
        DateOnly.TryParseExact(Text(tag), "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Digits, zeros in front allowed.</summary>
    public int? Number(byte tag) => int.TryParse(Text(tag), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The bytes; null when there are none.</summary>
    public ReadOnlyMemory<byte>? Bytes(byte tag) => fields.Find(tag) is { IsEmpty: false } bytes ? bytes : default(ReadOnlyMemory<byte>?);
}
