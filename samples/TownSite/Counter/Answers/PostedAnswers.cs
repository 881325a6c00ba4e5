namespace TownSite.Counter.Answers;

/// <summary>What somebody typed into a form, as it was typed: nothing of it is checked, nothing is lost.</summary>
internal sealed record PostedAnswers
{
    /// <summary>Nothing is typed yet.</summary>
    public static PostedAnswers Empty { get; } = new();

    /// <summary>By the field's name.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>For another person.</summary>
    public bool ForOther { get; init; }

    public string OtherName { get; init; } = "";

    public string OtherReason { get; init; } = "";

    public string Value(string field) => Values.GetValueOrDefault(field, "");
}
