namespace TownSite.Counter.Forms;

/// <summary>One thing to fill in.</summary>
internal sealed record FormField
{
    /// <summary>Small letters, digits, hyphens; once in a form.</summary>
    public required string Name { get; init; }

    public required FieldKind Type { get; init; }

    public required LocalText Label { get; init; }

    public LocalText? Hint { get; init; }

    public required bool Required { get; init; }

    /// <summary>Fewest characters of a text, long text or place that is filled in; 1 when absent.</summary>
    public int? MinLength { get; init; }

    /// <summary>Most characters; 200 for one line and 4000 for several when absent, and never more.</summary>
    public int? MaxLength { get; init; }

    /// <summary>Smallest number; needed with a number.</summary>
    public int? Min { get; init; }

    /// <summary>Largest number; needed with a number.</summary>
    public int? Max { get; init; }

    /// <summary>No day before this one: <c>today</c> or yyyy-MM-dd.</summary>
    public string? Earliest { get; init; }

    /// <summary>No day after this one: <c>today</c> or yyyy-MM-dd.</summary>
    public string? Latest { get; init; }

    /// <summary>The answers of a choice, two at least.</summary>
    public IReadOnlyList<FormChoice>? Choices { get; init; }

    /// <summary>A text, long text or place.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsText => Type is FieldKind.Text or FieldKind.LongText or FieldKind.Place;

    [System.Text.Json.Serialization.JsonIgnore]
    public int Shortest => MinLength ?? 1;

    [System.Text.Json.Serialization.JsonIgnore]
    public int Longest => MaxLength ?? MostCharacters(Type);

    public static int MostCharacters(FieldKind type) => type is FieldKind.LongText ? 4000 : 200;
}
