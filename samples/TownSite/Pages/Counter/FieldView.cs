using TownSite.Counter.Forms;

namespace TownSite.Pages.Counter;

/// <summary>One field as the page shows it.</summary>
/// <param name="Field">What is asked.</param>
/// <param name="Label">Its label in the language of the request.</param>
/// <param name="Hint">Below the label; null: none.</param>
/// <param name="Value">As typed.</param>
/// <param name="Problem">What is wrong with it; null: nothing.</param>
internal sealed record FieldView(FormField Field, string Label, string? Hint, string Value, string? Problem)
{
    /// <summary>Of the element; errors link to it.</summary>
    public string Id => "field-" + Field.Name.Replace('.', '-');

    /// <summary>What it is posted as.</summary>
    public string Key => FormModel.KeyOf(Field.Name);

    public string? DescribedBy => (Hint, Problem) switch
    {
        (null, null) => null,
        (not null, null) => Id + "-hint",
        (null, not null) => Id + "-problem",
        _ => $"{Id}-problem {Id}-hint",
    };

    /// <summary>A browser shows nothing for a text that is no day: such a text stays in a field for text, so that it is not lost.</summary>
    public string InputType => Field.Type == FieldKind.Date && (Value.Length == 0 || Days.TryRead(Value, out _)) ? "date" : "text";
}
