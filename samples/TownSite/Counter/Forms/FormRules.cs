using System.Globalization;
using System.Text.RegularExpressions;

namespace TownSite.Counter.Forms;

/// <summary>What a form must keep to beyond its shape.</summary>
internal static partial class FormRules
{
    private const int MostFields = 40;
    private const int MostChoices = 50;
    private const int MostMinutes = 24 * 60;

    public static void Check(string file, CounterForm form)
    {
        void Need(bool kept, string member, string defect)
        {
            if (!kept)
            {
                throw new FormFileException(file, member, defect);
            }
        }

        Need(Word().IsMatch(form.Id), "$.id", "must be 1 to 40 small letters, digits and hyphens, beginning with a letter.");
        Need(Path.GetFileNameWithoutExtension(file) == form.Id, "$.id", $"must be the file's name, '{Path.GetFileNameWithoutExtension(file)}'.");
        CheckText(form.Title, "$.title", 100, Need);
        CheckText(form.Lead, "$.lead", 1000, Need);
        CheckAssurance(form, Need);
        Need(form.Askers.Count > 0, "$.askers", "must name who may ask: self, other or both.");
        Need(form.Askers.Distinct().Count() == form.Askers.Count, "$.askers", "names one twice.");
        Need(form.Residents == Residents.Any || form.MayAsk(Asker.Self), "$.residents", "is about who asks for themselves, and 'self' is not among the askers.");
        CheckHandling(form, Need);
        Need(form.Fields.Count <= MostFields, "$.fields", $"has more than {MostFields}.");
        for (var index = 0; index < form.Fields.Count; index++)
        {
            var member = string.Create(CultureInfo.InvariantCulture, $"$.fields[{index}]");
            var field = form.Fields[index];
            Need(form.Fields.Take(index).All(other => other.Name != field.Name), member + ".name", $"'{field.Name}' is there twice.");
            CheckField(field, member, Need);
        }
    }

    private static void CheckAssurance(CounterForm form, Action<bool, string, string> need)
    {
        var byCard = form.Assurance.Level == AssuranceLevel.Card;
        need(
            byCard == form.Assurance.MaxAgeMinutes.HasValue,
            "$.assurance.maxAgeMinutes",
            byCard ? "is missing: how old may the card's proof be?" : "belongs to the level 'card' alone.");
        need(form.Assurance.MaxAgeMinutes is null or (>= 1 and <= MostMinutes), "$.assurance.maxAgeMinutes", $"must be between 1 and {MostMinutes}.");
        need(byCard || form.Residents == Residents.Any, "$.residents", "'only' needs the level 'card': an address counts when the card proves it.");
    }

    private static void CheckHandling(CounterForm form, Action<bool, string, string> need)
    {
        var atOnce = form.Handling == Handling.AtOnce;
        need(!atOnce || form is { Kind: FormKind.Certificate, Assurance.Level: AssuranceLevel.Card }, "$.handling", "'at-once' is for certificates with the level 'card'.");
        need(!atOnce || form.MayAsk(Asker.Self), "$.handling", "'at-once' is for who asks for themselves, and 'self' is not among the askers.");
        need(atOnce == form.States is { Count: > 0 }, "$.states", atOnce ? "is missing: what does the certificate state?" : "belongs to the handling 'at-once' alone.");
        need(form.States is null || form.States.Distinct().Count() == form.States.Count, "$.states", "names one twice.");
    }

    private static void CheckField(FormField field, string member, Action<bool, string, string> need)
    {
        need(Word().IsMatch(field.Name), member + ".name", "must be 1 to 40 small letters, digits and hyphens, beginning with a letter.");
        CheckText(field.Label, member + ".label", 100, need);
        if (field.Hint is { } hint)
        {
            CheckText(hint, member + ".hint", 500, need);
        }

        need(field.IsText || (field.MinLength ?? field.MaxLength) is null, member + (field.MinLength is null ? ".maxLength" : ".minLength"), "belongs to text, long-text and place.");
        need(!field.IsText || (field.Longest >= 1 && field.Longest <= FormField.MostCharacters(field.Type)), member + ".maxLength", $"must be between 1 and {FormField.MostCharacters(field.Type)}.");
        need(!field.IsText || (field.Shortest >= 1 && field.Shortest <= field.Longest), member + ".minLength", "must be between 1 and maxLength.");
        var isNumber = field.Type == FieldKind.Number;
        need(isNumber == field.Min.HasValue, member + ".min", isNumber ? "is missing." : "belongs to number.");
        need(isNumber == field.Max.HasValue, member + ".max", isNumber ? "is missing." : "belongs to number.");
        need(!isNumber || field.Min <= field.Max, member + ".max", "is smaller than min.");
        CheckDay(field, field.Earliest, member + ".earliest", need);
        CheckDay(field, field.Latest, member + ".latest", need);
        CheckChoices(field, member + ".choices", need);
    }

    private static void CheckDay(FormField field, string? day, string member, Action<bool, string, string> need)
    {
        need(day is null || field.Type == FieldKind.Date, member, "belongs to date.");
        need(day is null or Days.Today || Days.TryRead(day, out _), member, "must be 'today' or a day as yyyy-MM-dd.");
    }

    private static void CheckChoices(FormField field, string member, Action<bool, string, string> need)
    {
        var isChoice = field.Type == FieldKind.Choice;
        need(isChoice == field.Choices is not null, member, isChoice ? "is missing." : "belongs to choice.");
        var choices = field.Choices ?? [];
        need(!isChoice || choices.Count is >= 2 and <= MostChoices, member, $"must have between 2 and {MostChoices}.");
        for (var index = 0; index < choices.Count; index++)
        {
            var each = string.Create(CultureInfo.InvariantCulture, $"{member}[{index}]");
            need(Word().IsMatch(choices[index].Value), each + ".value", "must be 1 to 40 small letters, digits and hyphens, beginning with a letter.");
            need(choices.Take(index).All(other => other.Value != choices[index].Value), each + ".value", $"'{choices[index].Value}' is there twice.");
            CheckText(choices[index].Label, each + ".label", 100, need);
        }
    }

    private static void CheckText(LocalText text, string member, int longest, Action<bool, string, string> need)
    {
        foreach (var (tag, said) in new[] { ("nl", text.Nl), ("fr", text.Fr), ("de", text.De), ("en", text.En) })
        {
            need(!string.IsNullOrWhiteSpace(said), $"{member}.{tag}", "is empty.");
            need(said.Length <= longest, $"{member}.{tag}", $"is longer than {longest} characters.");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z")]
    private static partial Regex Word();
}
