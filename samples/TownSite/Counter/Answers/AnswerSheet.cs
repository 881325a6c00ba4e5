using TownSite.Counter.Forms;

namespace TownSite.Counter.Answers;

/// <summary>The answers of one request. Made of a form and of what was typed into it, once nothing is wrong with that.</summary>
internal sealed record AnswerSheet(IReadOnlyList<Answer> Answers)
{
    public static AnswerSheet Of(CounterForm form, PostedAnswers posted) => new([.. form.Fields.Select(field => Of(field, AnswerCheck.Clean(posted.Value(field.Name))))]);

    private static Answer Of(FormField field, string value) => new()
    {
        Name = field.Name,
        Type = field.Type,
        Label = field.Label,
        Value = value,
        Said = field.Choices?.FirstOrDefault(choice => choice.Value == value)?.Label,
    };
}
